/**
 * Words that say in which legal form a company stands; they make no other company. Compiled by hand. The CJK ones stand
 * without a blank before or after the name.
 */
export const companyForms: ReadonlySet<string> = new Set(
  (
    'inc incorporated corp corporation co company ltd limited llc llp lp plc pty pte pvt private bhd sdn ' +
    'gmbh mbh ag kg kgaa ohg ug gbr ek ev se co sa sas sarl sasu eurl sca srl spa snc sapa sl slu cia ltda eireli me sgps lda ' +
    'bv nv vof ab hb as asa aps ks oy oyj ehf hf sro doo dd zoo kft rt zrt ooo oao zao pao kk yk gk jsc tbk the and'
  ).split(' '),
);

export const cjkCompanyForm =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人|社団法人|財団法人|特定非営利活動法人|npo法人|医療法人|学校法人|弁護士法人|税理士法人|独立行政法人|\((?:株|有|同|社|財|資|名|주)\)|주식회사|유한회사|股份有限公司|有限责任公司|有限責任公司|有限公司/gu;
