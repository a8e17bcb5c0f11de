import { lazy } from '../../contact/lazy.ts';
import type { TelLabel } from '../lexicon/tables.ts';

/** Labels of numbers in languages whose signatures we read without a table of their own. */
const tel: Record<Exclude<TelLabel, 'direct' | 'other'>, string> = {
  work:
    'puh,puhelin,puhelinnumero,тел,телефон,тлф,раб тел,рабочий,роб тел,τηλ,τηλέφωνο,tlfs,telefonszám,vezetékes,telefonas,' +
    'tālr,tālrunis,telefonska,iş tel,sabit,đt,điện thoại,telp,telepon,sími,טל,טלפון,هاتف,تلفون,โทร',
  main: 'vaihde,keskus,puhelinvaihde,centrala,központi szám,santral,многоканальный,центральный',
  cell:
    'matkapuhelin,matkapuh,matkap,kännykkä,mobiili,моб,мобильный,мобильный тел,моб тел,сот,сотовый,мобільний,мобилен,' +
    'κιν,κινητό,mobiltelefon,mobilszám,mobilni,mob tel,mobitel,mobilusis,mobilais,cep tel,gsm no,đtdđ,di động,farsími,gsm sími,' +
    'נייד,טל נייד,جوال,موبايل,محمول,มือถือ,telefon mobil',
  home: 'kotipuh,koti,дом тел,домашний,otthon,ev tel,acasă',
  fax: 'faksi,telekopio,факс,телефакс,φαξ,fax szám,faksas,fakss,belgegeçer,belgeç,faks no,telefaks,פקס,فاكس,แฟกซ์',
  ext: 'доб,вн,внутр,εσωτ,εσωτ τηλ,mellék,dahili,wewn,int,interior,alanumero,lokal,שלוחה,تحويلة,ต่อ,máy lẻ',
  none:
    'y tunnus,alv tunnus,инн,кпп,огрн,огрнип,окпо,бин,унп,єдрпоу,ипн,р с,к с,бик,афм,αφμ,γεμη,adószám,cégjegyzékszám,' +
    'bankszámlaszám,közösségi adószám,cif,reg com,nr reg com,vergi no,vergi numarası,mersis,mersis no,ticaret sicil no,tc kimlik no,' +
    'oib,pib,matični broj,matična številka,davčna številka,id za ddv,эик,еик,булстат,registrikood,kmkr,reg nr,' +
    'pvn reģ nr,įmonės kodas,pvm kodas,kennitala,mst,mã số thuế,npwp,nib,ח פ,ע מ,עוסק מורשה,ח פ מס',
};

export const telLabelsElsewhere = lazy((): [string, TelLabel][] =>
  (Object.keys(tel) as (keyof typeof tel)[]).flatMap((type) =>
    tel[type].split(',').map((label): [string, TelLabel] => [label, type]),
  ),
);
