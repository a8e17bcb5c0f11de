/**
 * The public suffixes of the Internet's top-level domains: the ICANN section of the Public Suffix List
 * (publicsuffix.org, Mozilla Public License 2.0) as tldts 7.5.4 has it. Written by scripts/generate.ts; change
 * nothing here. scripts/public-suffixes.ts says how to read it.
 */
export const publicSuffixes = (): string => `
aaa
aarp
abb
abbott
abbvie
abc
able
abogado
abudhabi
ac com edu gov mil net org
academy
accenture
accountant
accountants
aco
actor
ad
ads
adult
ae ac co gov mil net org sch
aeg
aero accident-investigation accident-prevention aerobatic aeroclub aerodrome agents air-surveillance air-traffic-control aircraft airline airport airtraffic ambulance association author ballooning broker caa cargo catering certification championship charter civilaviation club conference consultant consulting control council crew design dgca educator emergency engine engineer entertainment equipment exchange express federation flight freight fuel gliding government groundhandling group hanggliding homebuilt insurance journal journalist leasing logistics magazine maintenance marketplace media microlight modelling navigation parachuting paragliding passenger-association pilot press production recreation repbody res research rotorcraft safety scientist services show skydiving software student taxi trader trading trainer union workinggroup works
aetna
af com edu gov net org
afl
africa
ag co com net nom org
agakhan
agency
ai com net off org
aig
airbus
airforce
airtel
akdn
al com edu gov mil net org
alibaba
alipay
allfinanz
allstate
ally
alsace
alstom
am co com commune net org
amazon
americanexpress
americanfamily
amex
amfam
amica
amsterdam
analytics
android
anquan
anz
ao co ed edu gov gv it og org pb
aol
apartments
app
apple
aq
aquarelle
ar bet com coop edu gob gov int mil musica mutual net org seg senasa tur
arab
aramco
archi
army
arpa e164 home in-addr ip6 iris uri urn
art
arte
as gov
asda
asia
associates
at ac(sth) co gv or
athleta
attorney
au act asn com conf edu(act catholic nsw nt qld sa tas vic wa) gov(qld sa tas vic wa) id net nsw nt org oz qld sa tas vic wa
auction
audi
audible
audio
auspost
author
auto
autos
aw com
aws
ax
axa
az biz co com edu gov info int mil name net org pp pro
azure
ba com edu gov mil net org
baby
baidu
banamex
band
bank
bar
barcelona
barclaycard
barclays
barefoot
bargains
baseball
basketball
bauhaus
bayern
bb biz co com edu gov info net org store tv
bbc
bbt
bbva
bcg
bcn
bd ac ai co com edu gov id info it mil net org sch tv
be ac
beats
beauty
beer
berlin
best
bestbuy
bet
bf gov
bg 0 1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l m n o p q r s t u v w x y z
bh com edu gov net org
bharti
bi co com edu or org
bible
bid
bike
bing
bingo
bio
biz
bj africa agro architectes assur avocats co com eco econo edu info loisirs money net org ote restaurant resto tourism univ
black
blackfriday
blockbuster
blog
bloomberg
blue
bm com edu gov net org
bms
bmw
bn com edu gov net org
bnpparibas
bo academia agro arte blog bolivia ciencia com cooperativa democracia deporte ecologia economia edu empresa gob ia indigena industria info int medicina mil movimiento musica natural net nombre noticias org patria plurinacional politica profesional pueblo revista salud tecnologia tksat transporte tv web wiki
boats
boehringer
bofa
bom
bond
boo
book
booking
bosch
bostik
boston
bot
boutique
box
br 9guacu abc adm adv agr aju am anani aparecida api app arq art ato b barueri belem bet bhz bib bio blog bmd boavista bsb campinagrande campinas caxias cim cng cnt com contagem coop coz cri cuiaba curitiba def des det dev ecn eco edu emp enf eng esp etc eti far feira flog floripa fm fnd fortal fot foz fst g12 geo ggf goiania gov(ac al am ap ba ce df es go ma mg ms mt pa pb pe pi pr rj rn ro rr rs sc se sp to) gru ia imb ind inf jab jampa jdf joinville jor jus leg leilao lel log londrina macapa maceio manaus maringa mat med mil morena mp mus natal net niteroi nom(*) not ntr odo ong org osasco palmas poa ppg pro psc psi pvh qsl radio rec recife rep ribeirao rio riobranco riopreto salvador sampa santamaria santoandre saobernardo saogonca seg sjc slg slz social sorocaba srv taxi tc tec teo the tmp trd tur tv udi vet vix vlog wiki xyz zlg
bradesco
bridgestone
broadway
broker
brother
brussels
bs com edu gov net org
bt com edu gov net org
build
builders
business
buy
buzz
bv
bw ac co gov net org
by com gov mil of
bz co com edu gov net org
bzh
ca ab bc gc mb nb nf nl ns nt nu on pe qc sk yk
cab
cafe
cal
call
calvinklein
cam
camera
camp
canon
capetown
capital
capitalone
car
caravan
cards
care
career
careers
cars
casa
case
cash
casino
cat
catering
catholic
cba
cbn
cbre
cc
cd gov
center
ceo
cern
cf
cfa
cfd
cg
ch
chanel
channel
charity
chase
chat
cheap
chintai
christmas
chrome
church
ci ac asso aéroport co com ed edu go gouv int net or org
cipriani
circle
cisco
citadel
citi
citic
city
ck * !www
cl co gob gov mil
claims
cleaning
click
clinic
clinique
clothing
cloud
club
clubmed
cm co com gov net
cn ac ah bj com cq edu fj gd gov gs gx gz ha hb he hi hk hl hn jl js jx ln mil mo net nm nx org qh sc sd sh sn sx tj tw xj xz yn zj 公司 網絡 网络
co com edu gov mil net nom org
coach
codes
coffee
college
cologne
com
commbank
community
company
compare
computer
comsec
condos
construction
consulting
contact
contractors
cooking
cool
coop
corsica
country
coupon
coupons
courses
cpa
cr ac co ed fi go or sa
credit
creditcard
creditunion
cricket
crown
crs
cruise
cruises
cu com edu gob inf nat net org
cuisinella
cv com edu id int net nome org publ
cw com edu net org
cx gov
cy ac biz com ekloges gov ltd mil net org press pro tm
cymru
cyou
cz gov
dad
dance
data
date
dating
datsun
day
dclk
dds
de
deal
dealer
deals
degree
delivery
dell
deloitte
delta
democrat
dental
dentist
desi
design
dev
dhl
diamonds
diet
digital
direct
directory
discount
discover
dish
diy
dj
dk
dm co com edu gov net org
dnp
do art com edu gob gov mil net org sld web
docs
doctor
dog
domains
dot
download
drive
dtv
dubai
dupont
durban
dvag
dvr
dz art asso com edu gov net org pol soc tm
earth
eat
ec abg adm agron arqt art bar chef com cont cpa cue dent dgn disco doc edu eng esm fin fot gal gob gov gye ibr info k12 lat loj med mil mktg mon net ntr odont org pro prof psic psiq pub rio rrpp sal tech tul tur uio vet xxx
eco
edeka
edu
education
ee aip com edu fie gov lib med org pri riik
eg ac com edu eun gov info me mil name net org sci sport tv
email
emerck
energy
engineer
engineering
enterprises
epson
equipment
er *
ericsson
erni
es com edu gob nom org
esq
estate
et biz com edu gov info name net org
eu
eurovision
eus
events
exchange
expert
exposed
express
extraspace
fage
fail
fairwinds
faith
family
fan
fans
farm
farmers
fashion
fast
fedex
feedback
ferrari
ferrero
fi aland
fidelity
fido
film
final
finance
financial
fire
firestone
firmdale
fish
fishing
fit
fitness
fj ac biz com edu gov id info mil name net org pro
fk *
flickr
flights
flir
florist
flowers
fly
fm com edu net org
fo
foo
food
football
ford
forex
forsale
forum
foundation
fox
fr asso avoues cci com gouv greta huissier-justice nom prd tm
free
fresenius
frl
frogans
frontier
ftr
fujitsu
fun
fund
furniture
futbol
fyi
ga
gal
gallery
gallo
gallup
game
games
gap
garden
gay
gb
gbiz
gd edu gov
gdn
ge com cyb edu gov llc net online org pvt school tnx
gea
gent
genting
george
gf
gg co net org
ggee
gh biz com edu gov mil net org
gi com edu gov ltd mod org
gift
gifts
gives
giving
gl co com edu net org
glass
gle
global
globo
gm
gmail
gmbh
gmo
gmx
gn ac com edu gov net org
godaddy
gold
goldpoint
golf
goodyear
goog
google
gop
got
gov
gp asso com edu mobi net org
gq
gr com edu gov net org
grainger
graphics
gratis
green
gripe
grocery
group
gs
gt com edu gob ind mil net org
gu com edu gov guam info net org web
gucci
guge
guide
guitars
guru
gw
gy co com edu gov net org
hair
hamburg
hangout
haus
hbo
hdfc
hdfcbank
health
healthcare
help
here
hermes
hiphop
hisamitsu
hitachi
hiv
hk com edu gov idv net org 个人 個人 公司 政府 敎育 教育 箇人 組織 組织 網絡 網络 组織 组织 网絡 网络
hkt
hm
hn com edu gob mil net org
hockey
holdings
holiday
homedepot
homegoods
homes
homesense
honda
horse
hospital
host
hosting
hot
hotel
hotels
hotmail
house
how
hr com from iz name
hsbc
ht adult art asso com coop edu firm gouv info med net org perso pol pro rel shop
hu 2000 agrar bolt casino city co erotica erotika film forum games hotel info ingatlan jogasz konyvelo lakas media news org priv reklam sex shop sport suli szex tm tozsde utazas video
hughes
hyatt
hyundai
ibm
icbc
ice
icu
id ac ai biz co desa go kop mil my net or ponpes sch web ᬩᬮᬶ
ie gov
ieee
ifm
ikano
il ac co gov idf k12 muni net org
im ac co(ltd plc) com net org tt tv
imamat
imdb
immo
immobilien
in 5g 6g ac aero ai alumni am bank bihar biz business ca cn co com coop cs delhi dr edu er fin firm gen gov gujarat ind info int internet io me mil net nic org pg post pro res school travel tv ub uk up us
inc
industries
infiniti
info
ing
ink
institute
insurance
insure
int eu
international
intuit
investments
io co com edu gov mil net nom org
ipiranga
iq com edu gov mil net org
ir ac co gov id net org sch ايران ایران
irish
is
ismaili
ist
istanbul
it abr abruzzo ag agrigento al alessandria alto-adige altoadige an ancona andria-barletta-trani andria-trani-barletta andriabarlettatrani andriatranibarletta ao aosta aosta-valley aostavalley aoste ap aq ar arezzo ascoli-piceno ascolipiceno asti at av avellino ba balsan balsan-sudtirol balsan-suedtirol balsan-südtirol bari barletta-trani-andria barlettatraniandria bas basilicata belluno benevento bergamo bg bi biella bl bn bo bologna bolzano bolzano-altoadige bozen bozen-sudtirol bozen-suedtirol bozen-südtirol br brescia brindisi bs bt bulsan bulsan-sudtirol bulsan-suedtirol bulsan-südtirol bz ca cagliari cal calabria caltanissetta cam campania campidano-medio campidanomedio campobasso carbonia-iglesias carboniaiglesias carrara-massa carraramassa caserta catania catanzaro cb ce cesena-forli cesena-forlì cesenaforli cesenaforlì ch chieti ci cl cn co como cosenza cr cremona crotone cs ct cuneo cz dell-ogliastra dellogliastra edu emilia-romagna emiliaromagna emr en enna fc fe fermo ferrara fg fi firenze florence fm foggia forli-cesena forlicesena forlì-cesena forlìcesena fr friuli-v-giulia friuli-ve-giulia friuli-vegiulia friuli-venezia-giulia friuli-veneziagiulia friuli-vgiulia friuliv-giulia friulive-giulia friulivegiulia friulivenezia-giulia friuliveneziagiulia friulivgiulia frosinone fvg ge genoa genova go gorizia gov gr grosseto iglesias-carbonia iglesiascarbonia im imperia is isernia kr la-spezia laquila laspezia latina laz lazio lc le lecce lecco li lig liguria livorno lo lodi lom lombardia lombardy lt lu lucania lucca macerata mantova mar marche massa-carrara massacarrara matera mb mc me medio-campidano mediocampidano messina mi milan milano mn mo modena mol molise monza monza-brianza monza-e-della-brianza monzabrianza monzaebrianza monzaedellabrianza ms mt na naples napoli no novara nu nuoro og ogliastra olbia-tempio olbiatempio or oristano ot pa padova padua palermo parma pavia pc pd pe perugia pesaro-urbino pesarourbino pescara pg pi piacenza piedmont piemonte pisa pistoia pmn pn po pordenone potenza pr prato pt pu pug puglia pv pz ra ragusa ravenna rc re reggio-calabria reggio-emilia reggiocalabria reggioemilia rg ri rieti rimini rm rn ro roma rome rovigo sa salerno sar sardegna sardinia sassari savona si sic sicilia sicily siena siracusa so sondrio sp sr ss su sud-sardegna sudsardegna suedtirol sv südtirol ta taa taranto te tempio-olbia tempioolbia teramo terni tn to torino tos toscana tp tr trani-andria-barletta trani-barletta-andria traniandriabarletta tranibarlettaandria trapani trentin-sud-tirol trentin-sudtirol trentin-sued-tirol trentin-suedtirol trentin-süd-tirol trentin-südtirol trentino trentino-a-adige trentino-aadige trentino-alto-adige trentino-altoadige trentino-s-tirol trentino-stirol trentino-sud-tirol trentino-sudtirol trentino-sued-tirol trentino-suedtirol trentino-süd-tirol trentino-südtirol trentinoa-adige trentinoaadige trentinoalto-adige trentinoaltoadige trentinos-tirol trentinostirol trentinosud-tirol trentinosued-tirol trentinosuedtirol trentinosüd-tirol trentinosüdtirol trentinsud-tirol trentinsudtirol trentinsued-tirol trentinsuedtirol trentinsüd-tirol trentinsüdtirol trento treviso trieste ts turin tuscany tv ud udine umb umbria urbino-pesaro urbinopesaro va val-d-aosta val-daosta vald-aosta valle-aosta valle-d-aosta valle-daosta valleaosta valled-aosta valledaosta vallee-aoste vallee-d-aoste valleeaoste valleedaoste vallée-aoste vallée-d-aoste valléeaoste valléedaoste vao varese vb vc vda ve ven veneto venezia venice verbania verbano-cusio-ossola vercelli verona vi vibo-valentia vibovalentia vicenza viterbo vr vs vt vv
itau
itv
jaguar
java
jcb
je co net org
jeep
jetzt
jewelry
jio
jll
jm *
jmp
jnj
jo agri ai com edu eng fm gov mil net org per phd sch tv
jobs
joburg
jot
joy
jp ac ad aichi(aisai ama anjo asuke chiryu chita fuso gamagori handa hazu hekinan higashiura ichinomiya inazawa inuyama isshiki iwakura kanie kariya kasugai kira kiyosu komaki konan kota mihama miyoshi nishio nisshin obu oguchi oharu okazaki owariasahi seto shikatsu shinshiro shitara tahara takahama tobishima toei togo tokai tokoname toyoake toyohashi toyokawa toyone toyota tsushima yatomi) akita(akita daisen fujisato gojome hachirogata happou higashinaruse honjo honjyo ikawa kamikoani kamioka katagami kazuno kitaakita kosaka kyowa misato mitane moriyoshi nikaho noshiro odate oga ogata semboku yokote yurihonjo) aomori(aomori gonohe hachinohe hashikami hiranai hirosaki itayanagi kuroishi misawa mutsu nakadomari noheji oirase owani rokunohe sannohe shichinohe shingo takko towada tsugaru tsuruta) chiba(abiko asahi chonan chosei choshi chuo funabashi futtsu hanamigawa ichihara ichikawa ichinomiya inzai isumi kamagaya kamogawa kashiwa katori katsuura kimitsu kisarazu kozaki kujukuri kyonan matsudo midori mihama minamiboso mobara mutsuzawa nagara nagareyama narashino narita noda oamishirasato omigawa onjuku otaki sakae sakura shimofusa shirako shiroi shisui sodegaura sosa tako tateyama togane tohnosho tomisato urayasu yachimata yachiyo yokaichiba yokoshibahikari yotsukaido) co ed ehime(ainan honai ikata imabari iyo kamijima kihoku kumakogen masaki matsuno matsuyama namikata niihama ozu saijo seiyo shikokuchuo tobe toon uchiko uwajima yawatahama) fukui(echizen eiheiji fukui ikeda katsuyama mihama minamiechizen obama ohi ono sabae sakai takahama tsuruga wakasa) fukuoka(ashiya buzen chikugo chikuho chikujo chikushino chikuzen chuo dazaifu fukuchi hakata higashi hirokawa hisayama iizuka inatsuki kaho kasuga kasuya kawara keisen koga kurate kurogi kurume minami miyako miyama miyawaka mizumaki munakata nakagawa nakama nishi nogata ogori okagaki okawa oki omuta onga onojo oto saigawa sasaguri shingu shinyoshitomi shonai soeda sue tachiarai tagawa takata toho toyotsu tsuiki ukiha umi usui yamada yame yanagawa yukuhashi) fukushima(aizubange aizumisato aizuwakamatsu asakawa bandai date fukushima furudono futaba hanawa higashi hirata hirono iitate inawashiro ishikawa iwaki izumizaki kagamiishi kaneyama kawamata kitakata kitashiobara koori koriyama kunimi miharu mishima namie nango nishiaizu nishigo okuma omotego ono otama samegawa shimogo shirakawa showa soma sukagawa taishin tamakawa tanagura tenei yabuki yamato yamatsuri yanaizu yugawa) gifu(anpachi ena gifu ginan godo gujo hashima hichiso hida higashishirakawa ibigawa ikeda kakamigahara kani kasahara kasamatsu kawaue kitagata mino minokamo mitake mizunami motosu nakatsugawa ogaki sakahogi seki sekigahara shirakawa tajimi takayama tarui toki tomika wanouchi yamagata yaotsu yoro) go gr gunma(annaka chiyoda fujioka higashiagatsuma isesaki itakura kanna kanra katashina kawaba kiryu kusatsu maebashi meiwa midori minakami naganohara nakanojo nanmoku numata oizumi ora ota shibukawa shimonita shinto showa takasaki takayama tamamura tatebayashi tomioka tsukiyono tsumagoi ueno yoshioka) hiroshima(asaminami daiwa etajima fuchu fukuyama hatsukaichi higashihiroshima hongo jinsekikogen kaita kui kumano kure mihara miyoshi naka onomichi osakikamijima otake saka sera seranishi shinichi shobara takehara) hokkaido(abashiri abira aibetsu akabira akkeshi asahikawa ashibetsu ashoro assabu atsuma bibai biei bifuka bihoro biratori chippubetsu chitose date ebetsu embetsu eniwa erimo esan esashi fukagawa fukushima furano furubira haboro hakodate hamatonbetsu hidaka higashikagura higashikawa hiroo hokuryu hokuto honbetsu horokanai horonobe ikeda imakane ishikari iwamizawa iwanai kamifurano kamikawa kamishihoro kamisunagawa kamoenai kayabe kembuchi kikonai kimobetsu kitahiroshima kitami kiyosato koshimizu kunneppu kuriyama kuromatsunai kushiro kutchan kyowa mashike matsumae mikasa minamifurano mombetsu moseushi mukawa muroran naie nakagawa nakasatsunai nakatombetsu nanae nanporo nayoro nemuro niikappu niki nishiokoppe noboribetsu numata obihiro obira oketo okoppe otaru otobe otofuke otoineppu oumu ozora pippu rankoshi rebun rikubetsu rishiri rishirifuji saroma sarufutsu shakotan shari shibecha shibetsu shikabe shikaoi shimamaki shimizu shimokawa shinshinotsu shintoku shiranuka shiraoi shiriuchi sobetsu sunagawa taiki takasu takikawa takinoue teshikaga tobetsu tohma tomakomai tomari toya toyako toyotomi toyoura tsubetsu tsukigata urakawa urausu uryu utashinai wakkanai wassamu yakumo yoichi) hyogo(aioi akashi ako amagasaki aogaki asago ashiya awaji fukusaki goshiki harima himeji ichikawa inagawa itami kakogawa kamigori kamikawa kasai kasuga kawanishi miki minamiawaji nishinomiya nishiwaki ono sanda sannan sasayama sayo shingu shinonsen shiso sumoto taishi taka takarazuka takasago takino tamba tatsuno toyooka yabu yashiro yoka yokawa) ibaraki(ami asahi bando chikusei daigo fujishiro hitachi hitachinaka hitachiomiya hitachiota ibaraki ina inashiki itako iwama joso kamisu kasama kashima kasumigaura koga miho mito moriya naka namegata oarai ogawa omitama ryugasaki sakai sakuragawa shimodate shimotsuma shirosato sowa suifu takahagi tamatsukuri tokai tomobe tone toride tsuchiura tsukuba uchihara ushiku yachiyo yamagata yawara yuki) ishikawa(anamizu hakui hakusan kaga kahoku kanazawa kawakita komatsu nakanoto nanao nomi nonoichi noto shika suzu tsubata tsurugi uchinada wajima) iwate(fudai fujisawa hanamaki hiraizumi hirono ichinohe ichinoseki iwaizumi iwate joboji kamaishi kanegasaki karumai kawai kitakami kuji kunohe kuzumaki miyako mizusawa morioka ninohe noda ofunato oshu otsuchi rikuzentakata shiwa shizukuishi sumita tanohata tono yahaba yamada) kagawa(ayagawa higashikagawa kanonji kotohira manno marugame mitoyo naoshima sanuki tadotsu takamatsu tonosho uchinomi utazu zentsuji) kagoshima(akune amami hioki isa isen izumi kagoshima kanoya kawanabe kinko kouyama makurazaki matsumoto minamitane nakatane nishinoomote satsumasendai soo tarumizu yusui) kanagawa(aikawa atsugi ayase chigasaki ebina fujisawa hadano hakone hiratsuka isehara kaisei kamakura kiyokawa matsuda minamiashigara miura nakai ninomiya odawara oi oiso sagamihara samukawa tsukui yamakita yamato yokosuka yugawara zama zushi) kawasaki(* !city) kitakyushu(* !city) kobe(* !city) kochi(aki geisei hidaka higashitsuno ino kagami kami kitagawa kochi mihara motoyama muroto nahari nakamura nankoku nishitosa niyodogawa ochi okawa otoyo otsuki sakawa sukumo susaki tosa tosashimizu toyo tsuno umaji yasuda yusuhara) kumamoto(amakusa arao aso choyo gyokuto kamiamakusa kikuchi kumamoto mashiki mifune minamata minamioguni nagasu nishihara oguni ozu sumoto takamori uki uto yamaga yamato yatsushiro) kyoto(ayabe fukuchiyama higashiyama ide ine joyo kameoka kamo kita kizu kumiyama kyotamba kyotanabe kyotango maizuru minami minamiyamashiro miyazu muko nagaokakyo nakagyo nantan oyamazaki sakyo seika tanabe uji ujitawara wazuka yamashina yawata) lg mie(asahi inabe ise kameyama kawagoe kiho kisosaki kiwa komono kumano kuwana matsusaka meiwa mihama minamiise misugi miyama nabari shima suzuka tado taiki taki tamaki toba tsu udono ureshino watarai yokkaichi) miyagi(furukawa higashimatsushima ishinomaki iwanuma kakuda kami kawasaki marumori matsushima minamisanriku misato murata natori ogawara ohira onagawa osaki rifu semine shibata shichikashuku shikama shiogama shiroishi tagajo taiwa tome tomiya wakuya watari yamamoto zao) miyazaki(aya ebino gokase hyuga kadogawa kawaminami kijo kitagawa kitakata kitaura kobayashi kunitomi kushima mimata miyakonojo miyazaki morotsuka nichinan nishimera nobeoka saito shiiba shintomi takaharu takanabe takazaki tsuno) nagano(achi agematsu anan aoki asahi azumino chikuhoku chikuma chino fujimi hakuba hara hiraya iida iijima iiyama iizuna ikeda ikusaka ina karuizawa kawakami kiso kisofukushima kitaaiki komagane komoro matsukawa matsumoto miasa minamiaiki minamimaki minamiminowa minowa miyada miyota mochizuki nagano nagawa nagiso nakagawa nakano nozawaonsen obuse ogawa okaya omachi omi ookuwa ooshika otaki otari sakae sakaki saku sakuho shimosuwa shinanomachi shiojiri suwa suzaka takagi takamori takayama tateshina tatsuno togakushi togura tomi ueda wada yamagata yamanouchi yasaka yasuoka) nagasaki(chijiwa futsu goto hasami hirado iki isahaya kawatana kuchinotsu matsuura nagasaki obama omura oseto saikai sasebo seihi shimabara shinkamigoto togitsu tsushima unzen) nagoya(* !city) nara(ando gose heguri higashiyoshino ikaruga ikoma kamikitayama kanmaki kashiba kashihara katsuragi kawai kawakami kawanishi koryo kurotaki mitsue miyake nara nosegawa oji ouda oyodo sakurai sango shimoichi shimokitayama shinjo soni takatori tawaramoto tenkawa tenri uda yamatokoriyama yamatotakada yamazoe yoshino) ne niigata(aga agano gosen itoigawa izumozaki joetsu kamo kariwa kashiwazaki minamiuonuma mitsuke muika murakami myoko nagaoka niigata ojiya omi sado sanjo seiro seirou sekikawa shibata tagami tainai tochio tokamachi tsubame tsunan uonuma yahiko yoita yuzawa) oita(beppu bungoono bungotakada hasama hiji himeshima hita kamitsue kokonoe kuju kunisaki kusu oita saiki taketa tsukumi usa usuki yufu) okayama(akaiwa asakuchi bizen hayashima ibara kagamino kasaoka kibichuo kumenan kurashiki maniwa misaki nagi niimi nishiawakura okayama satosho setouchi shinjo shoo soja takahashi tamano tsuyama wake yakage) okinawa(aguni ginowan ginoza gushikami haebaru higashi hirara iheya ishigaki ishikawa itoman izena kadena kin kitadaito kitanakagusuku kumejima kunigami minamidaito motobu nago naha nakagusuku nakijin nanjo nishihara ogimi okinawa onna shimoji taketomi tarama tokashiki tomigusuku tonaki urasoe uruma yaese yomitan yonabaru yonaguni zamami) or osaka(abeno chihayaakasaka chuo daito fujiidera habikino hannan higashiosaka higashisumiyoshi higashiyodogawa hirakata ibaraki ikeda izumi izumiotsu izumisano kadoma kaizuka kanan kashiwara katano kawachinagano kishiwada kita kumatori matsubara minato minoh misaki moriguchi neyagawa nishi nose osakasayama sakai sayama sennan settsu shijonawate shimamoto suita tadaoka taishi tajiri takaishi takatsuki tondabayashi toyonaka toyono yao) saga(ariake arita fukudomi genkai hamatama hizen imari kamimine kanzaki karatsu kashima kitagata kitahata kiyama kouhoku kyuragi nishiarita ogi omachi ouchi saga shiroishi taku tara tosu yoshinogari) saitama(arakawa asaka chichibu fujimi fujimino fukaya hanno hanyu hasuda hatogaya hatoyama hidaka higashichichibu higashimatsuyama honjo ina iruma iwatsuki kamiizumi kamikawa kamisato kasukabe kawagoe kawaguchi kawajima kazo kitamoto koshigaya kounosu kuki kumagaya matsubushi minano misato miyashiro miyoshi moroyama nagatoro namegawa niiza ogano ogawa ogose okegawa omiya otaki ranzan ryokami saitama sakado satte sayama shiki shiraoka soka sugito toda tokigawa tokorozawa tsurugashima urawa warabi yashio yokoze yono yorii yoshida yoshikawa yoshimi) sapporo(* !city) sendai(* !city) shiga(aisho gamo higashiomi hikone koka konan kosei koto kusatsu maibara moriyama nagahama nishiazai notogawa omihachiman otsu ritto ryuoh takashima takatsuki torahime toyosato yasu) shimane(akagi ama gotsu hamada higashiizumo hikawa hikimi izumo kakinoki masuda matsue misato nishinoshima ohda okinoshima okuizumo shimane tamayu tsuwano unnan yakumo yasugi yatsuka) shizuoka(arai atami fuji fujieda fujikawa fujinomiya fukuroi gotemba haibara hamamatsu higashiizu ito iwata izu izunokuni kakegawa kannami kawanehon kawazu kikugawa kosai makinohara matsuzaki minamiizu mishima morimachi nishiizu numazu omaezaki shimada shimizu shimoda shizuoka susono yaizu yoshida) tochigi(ashikaga bato haga ichikai iwafune kaminokawa kanuma karasuyama kuroiso mashiko mibu moka motegi nasu nasushiobara nikko nishikata nogi ohira ohtawara oyama sakura sano shimotsuke shioya takanezawa tochigi tsuga ujiie utsunomiya yaita) tokushima(aizumi anan ichiba itano kainan komatsushima matsushige mima minami miyoshi mugi nakagawa naruto sanagochi shishikui tokushima wajiki) tokyo(adachi akiruno akishima aogashima arakawa bunkyo chiyoda chofu chuo edogawa fuchu fussa hachijo hachioji hamura higashikurume higashimurayama higashiyamato hino hinode hinohara inagi itabashi katsushika kita kiyose kodaira koganei kokubunji komae koto kouzushima kunitachi machida meguro minato mitaka mizuho musashimurayama musashino nakano nerima ogasawara okutama ome oshima ota setagaya shibuya shinagawa shinjuku suginami sumida tachikawa taito tama toshima) tottori(chizu hino kawahara koge kotoura misasa nanbu nichinan sakaiminato tottori wakasa yazu yonago) toyama(asahi fuchu fukumitsu funahashi himi imizu inami johana kamiichi kurobe nakaniikawa namerikawa nanto nyuzen oyabe taira takaoka tateyama toga tonami toyama unazuki uozu yamada) wakayama(arida aridagawa gobo hashimoto hidaka hirogawa inami iwade kainan kamitonda katsuragi kimino kinokawa kitayama koya koza kozagawa kudoyama kushimoto mihama misato nachikatsuura shingu shirahama taiji tanabe wakayama yuasa yura) yamagata(asahi funagata higashine iide kahoku kaminoyama kaneyama kawanishi mamurogawa mikawa murayama nagai nakayama nanyo nishikawa obanazawa oe oguni ohkura oishida sagae sakata sakegawa shinjo shirataka shonai takahata tendo tozawa tsuruoka yamagata yamanobe yonezawa yuza) yamaguchi(abu hagi hikari hofu iwakuni kudamatsu mitou nagato oshima shimonoseki shunan tabuse tokuyama toyota ube yuu) yamanashi(chuo doshi fuefuki fujikawa fujikawaguchiko fujiyoshida hayakawa hokuto ichikawamisato kai kofu koshu kosuge minami-alps minobu nakamichi nanbu narusawa nirasaki nishikatsura oshino otsuki showa tabayama tsuru uenohara yamanakako yamanashi) yokohama(* !city) 三重 京都 佐賀 兵庫 北海道 千葉 和歌山 埼玉 大分 大阪 奈良 宮城 宮崎 富山 山口 山形 山梨 岐阜 岡山 岩手 島根 広島 徳島 愛媛 愛知 新潟 東京 栃木 沖縄 滋賀 熊本 石川 神奈川 福井 福岡 福島 秋田 群馬 茨城 長崎 長野 青森 静岡 香川 高知 鳥取 鹿児島
jpmorgan
jprs
juegos
kaufen
kddi
ke ac co go info me mobi ne or sc
kerryhotels
kerryproperties
kfh
kg com edu gov mil net org
kh com edu gov net org
ki biz com edu gov info net org
kia
kids
kim
kindle
kitchen
kiwi
km ass asso com coop edu gouv gov medecin mil nom notaires org pharmaciens prd presse tm veterinaire
kn edu gov net org
koeln
komatsu
kosher
kp com edu gov org rep tra
kpmg
kpn
kr ac ai busan chungbuk chungnam co daegu daejeon es gangwon go gwangju gyeongbuk gyeonggi gyeongnam hs incheon io it jeju jeonbuk jeonnam kg me mil ms ne or pe re sc seoul ulsan
krd
kred
kuokgroup
kw com edu emb gov ind net org
ky com edu net org
kyoto
kz com edu gov mil net org
la com edu gov info int net org per
lacaixa
lamborghini
lamer
land
landrover
lanxess
lasalle
lat
latino
latrobe
law
lawyer
lb com edu gov net org
lc co com edu gov net org
lds
lease
leclerc
lefrak
legal
lego
lexus
lgbt
li
lidl
life
lifeinsurance
lifestyle
lighting
like
lilly
limited
limo
lincoln
link
live
living
lk ac assn com edu gov grp hotel int ltd net ngo org sch soc web
llc
llp
loan
loans
locker
locus
lol
london
lotte
lotto
love
lpl
lplfinancial
lr com edu gov net org
ls ac biz co edu gov info net org sc
lt gov
ltd
ltda
lu
lundbeck
luxe
luxury
lv asn com conf edu gov id mil net org
ly com edu gov id med net org plc sch
ma ac co gov net org press
madrid
maif
maison
makeup
man
management
mango
map
market
marketing
markets
marriott
marshalls
mattel
mba
mc asso tm
mckinsey
md
me ac co edu gov its net org priv
med
media
meet
melbourne
meme
memorial
men
menu
merck
merckmsd
mg co com edu gov mil nom org prd
mh
miami
microsoft
mil
mini
mint
mit
mitsubishi
mk com edu gov inf name net org
ml ac art asso com edu gouv gov info inst net org pr presse
mlb
mls
mm *
mma
mn edu gov org
mo com edu gov net org
mobi
mobile
moda
moe
moi
mom
monash
money
monster
mormon
mortgage
moscow
moto
motorcycles
mov
movie
mp
mq
mr gov
ms com edu gov net org
msd
mt com edu net org
mtn
mtr
mu ac co com gov net or org
museum
music
mv aero biz com coop edu gov info int mil museum name net org pro
mw ac biz co com coop edu gov int net org
mx com edu gob net org
my biz com edu gov mil name net org
mz ac adv co edu gov mil net org
na alt co com gov net org
nab
nagoya
name
navy
nba
nc asso nom
ne
nec
net
netbank
netflix
network
neustar
new
news
next
nextdirect
nexus
nf arts com firm info net other per rec store web
nfl
ng com edu gov i mil mobi name net org sch
ngo
nhk
ni ac biz co com edu gob in info int mil net nom org web
nico
nike
nikon
ninja
nissan
nissay
nl
no aa(gs) aarborte aejrie afjord agdenes ah(gs) akershus.(nes) aknoluokta akrehamn al alaheadju alesund algard alstahaug alta alvdal amli amot andasuolo andebu andoy andøy ardal aremark arendal arna aseral asker askim askoy askvoll askøy asnes audnedal aukra aure aurland aurskog-holand aurskog-høland austevoll austrheim averoy averøy badaddja bahcavuotna bahccavuotna baidar bajddar balat balestrand ballangen balsfjord bamble bardu barum batsfjord bearalvahki bearalváhki beardu beiarn berg bergen berlevag berlevåg bievat bievát bindal birkenes bjerkreim bjugn bodo bodø bokn bomlo bremanger bronnoy bronnoysund brumunddal bryne brønnøy brønnøysund bu(gs) budejju buskerud.(nes) bygland bykle báhcavuotna báhccavuotna báidár bájddar bálát bådåddjå båtsfjord bærum bømlo cahcesuolo davvenjarga davvenjárga davvesiida deatnu dep dielddanuorri divtasvuodna divttasvuotna donna dovre drammen drangedal drobak drøbak dyroy dyrøy dønna egersund eid eidfjord eidsberg eidskog eidsvoll eigersund elverum enebakk engerdal etne etnedal evenassi evenes evenášši evje-og-hornnes farsund fauske fedje fet fetsund fhs finnoy finnøy fitjar fjaler fjell fla flakstad flatanger flekkefjord flesberg flora floro florø flå fm(gs) folkebibl folldal forde forsand fosnes frana fredrikstad frogn froland frosta froya fræna frøya fuoisku fuossko fusa fylkesbibl fyresdal førde gaivuotna galsa gamvik gangaviika gaular gausdal giehtavuoatna gielda gildeskal gildeskål giske gjemnes gjerdrum gjerstad gjesdal gjovik gjøvik gloppen gol gran grane granvin gratangen grimstad grong grue gulen guovdageaidnu gáivuotna gálsá gáŋgaviika ha habmer hadsel hagebostad halden halsa hamar hamaroy hamarøy hammarfeasta hammerfest hapmir haram hareid harstad hasvik hattfjelldal haugesund hedmark.(os valer våler) hemne hemnes hemsedal herad hitra hjartdal hjelmeland hl(gs) hm(gs) hobol hobøl hof hokksund hol hole holmestrand holtalen holtålen honefoss hordaland.(os) hornindal horten hoyanger hoylandet hurdal hurum hvaler hyllestad hábmer hámmárfeasta hápmir hå hægebostad hønefoss høyanger høylandet ibestad idrett inderoy inderøy iveland ivgu jan-mayen(gs) jessheim jevnaker jolster jondal jorpeland jølster jørpeland kafjord karasjohka karasjok karlsoy karlsøy karmoy karmøy kautokeino kirkenes klabu klepp klæbu kommune kongsberg kongsvinger kopervik kraanghke kragero kragerø kristiansand kristiansund krodsherad krokstadelva kråanghke krødsherad kvafjord kvalsund kvam kvanangen kvinesdal kvinnherad kviteseid kvitsoy kvitsøy kvæfjord kvænangen kárášjohka kåfjord laakesvuemie lahppi langevag langevåg lardal larvik lavagis lavangen leangaviika leaŋgaviika lebesby leikanger leirfjord leirvik leka leksvik lenvik lerdal lesja levanger lier lierne lillehammer lillesand lindas lindesnes lindås loabat loabát lodingen lom loppa lorenskog loten lund lunner luroy lurøy luster lyngdal lyngen láhppi lærdal lødingen lørenskog løten malatvuopmi malselv malvik mandal marker marnardal masfjorden masoy matta-varjjat meland meldal melhus meloy meløy meraker meråker midsund midtre-gauldal mil mjondalen mjøndalen mo-i-rana moareke modalen modum molde more-og-romsdal.(heroy sande) mosjoen mosjøen moskenes moss moåreke mr(gs) muosat muosát museum málatvuopmi mátta-várjjat målselv måsøy møre-og-romsdal.(herøy sande) naamesjevuemie namdalseid namsos namsskogan nannestad naroy narviika narvik naustdal navuotna nedre-eiker nesna nesodden nesoddtangen nesseby nesset nissedal nittedal nl(gs) nord-aurdal nord-fron nord-odal norddal nordkapp nordland.(bo bø heroy herøy) nordre-land nordreisa nore-og-uvdal notodden notteroy nt(gs) návuotna nååmesjevuemie nærøy nøtterøy odda of(gs) oksnes ol(gs) omasvuotna oppdal oppegard oppegård orkanger orkdal orland orskog orsta osen oslo(gs) osoyro osteroy osterøy ostfold.(valer) ostre-toten osøyro overhalla ovre-eiker oyer oygarden oystre-slidre porsanger porsangu porsgrunn porsáŋgu priv rade radoy radøy rahkkeravju raholt raisa rakkestad ralingen rana randaberg rauma re rendalen rennebu rennesoy rennesøy rindal ringebu ringerike ringsaker risor rissa risør rl(gs) roan rodoy rollag romsa romskog roros rost royken royrvik ruovat rygge ráhkkerávju ráisa råde råholt rælingen rødøy rømskog røros røst røyken røyrvik salangen salat saltdal samnanger sandefjord sandnes sandnessjoen sandnessjøen sandoy sandøy sarpsborg sauda sauherad sel selbu selje seljord sf(gs) siellak sigdal siljan sirdal skanit skanland skaun skedsmo skedsmokorset ski skien skierva skiervá skiptvet skjak skjervoy skjervøy skjåk skodje skánit skånland slattum smola smøla snaase snasa snillfjord snoasa snåase snåsa sogndal sogne sokndal sola solund somna sondre-land songdalen sor-aurdal sor-fron sor-odal sor-varanger sorfold sorreisa sortland sorum spjelkavik spydeberg st(gs) stange stat stathelle stavanger stavern steigen steinkjer stjordal stjordalshalsen stjørdal stjørdalshalsen stokke stor-elvdal stord stordal storfjord strand stranda stryn sula suldal sund sunndal suohkan surnadal svalbard(gs) sveio svelvik sykkylven sálat sálát søgne sømna søndre-land sør-aurdal sør-fron sør-odal sør-varanger sørfold sørreisa sørum tana tananger telemark.(bo bø) time tingvoll tinn tjeldsund tjielte tjome tjøme tm(gs) tokke tolga tonsberg torsken tr(gs) trana tranby tranoy tranøy troandin trogstad tromsa tromso tromsø trondheim trysil træna trøgstad tvedestrand tydal tynset tysfjord tysnes tysvar tysvær tønsberg uenorge ullensaker ullensvang ulstein ulvik unjarga unjárga utsira va(gs) vaapste vadso vadsø vaga vagan vagsoy vaksdal valle vang vanylven vardo vardø varggat varoy vefsn vega vegarshei vegårshei vennesla verdal verran vestby vestfold.(sande) vestnes vestre-slidre vestre-toten vestvagoy vestvågøy vevelstad vf(gs) vgs vik vikna vindafjord voagat volda voss vossevangen várggát vågan vågsøy vågå værøy ákŋoluokta álaheadju áltá åfjord åkrehamn ål ålesund ålgård åmli åmot årdal ås åseral åsnes øksnes ørland ørskog ørsta østfold.(våler) østre-toten øvre-eiker øyer øygarden øystre-slidre čáhcesuolo
nokia
norton
now
nowruz
nowtv
np *
nr biz com edu gov info net org
nra
nrw
ntt
nu
nyc
nz ac co cri geek gen govt health iwi kiwi maori mil māori net org parliament school
obi
observer
office
okinawa
olayan
olayangroup
ollo
om co com edu gov med museum net org pro
omega
one
ong
onion
onl
online
ooo
open
oracle
orange
org
organic
origins
osaka
otsuka
ott
ovh
pa abo ac com edu gob ing med net nom org sld
page
panasonic
paris
pars
partners
parts
party
pay
pccw
pe com edu gob mil net nom org
pet
pf com edu org
pfizer
pg *
ph com edu gov i mil net ngo org
pharmacy
phd
philips
phone
photo
photography
photos
physio
pics
pictet
pictures
pid
pin
ping
pink
pioneer
pizza
pk ac biz com edu fam gkp gob gog gok gop gos gov net org web
pl agro aid atm augustow auto babia-gora bedzin beskidy bialowieza bialystok bielawa bieszczady biz boleslawiec bydgoszcz bytom cieszyn com czeladz czest dlugoleka edu elblag elk glogow gmina gniezno gorlice gov(ap griw ic is kmpsp konsulat kppsp kwp kwpsp mup mw oia oirm oke oow oschr oum pa pinb piw po pr psp psse pup rzgw sa sdn sko so sr starostwo ug ugim um umig upow uppo us uw uzs wif wiih winb wios witd wiw wkz wsa wskr wsse wuoz wzmiuw zp zpisdn) grajewo gsm ilawa info jaworzno jelenia-gora jgora kalisz karpacz kartuzy kaszuby katowice kazimierz-dolny kepno ketrzyn klodzko kobierzyce kolobrzeg konin konskowola kutno lapy lebork legnica lezajsk limanowa lomza lowicz lubin lukow mail malbork malopolska mazowsze mazury media miasta mielec mielno mil mragowo naklo net nieruchomosci nom nowaruda nysa olawa olecko olkusz olsztyn opoczno opole org ostroda ostroleka ostrowiec ostrowwlkp pc pila pisz podhale podlasie polkowice pomorskie pomorze powiat priv prochowice pruszkow przeworsk pulawy radom rawa-maz realestate rel rybnik rzeszow sanok sejny sex shop sklep skoczow slask slupsk sos sosnowiec stalowa-wola starachowice stargard suwalki swidnica swiebodzin swinoujscie szczecin szczytno szkola targi tarnobrzeg tgory tm tourism travel turek turystyka tychy ustka walbrzych warmia warszawa waw wegrow wielun wlocl wloclawek wodzislaw wolomin wroclaw zachpomor zagan zarow zgora zgorzelec
place
play
playstation
plumbing
plus
pm
pn co edu gov net org
pnc
pohl
poker
politie
porn
post
pr ac biz com edu est gov info isla name net org pro prof
praxi
press
prime
pro aaa aca acct avocat bar cpa eng jur law med recht
prod
productions
prof
progressive
promo
properties
property
protection
pru
prudential
ps com edu gov net org plo sec
pt com edu gov int net nome org publ
pub
pw gov
pwc
py com coop edu gov mil net org
qa com edu gov mil name net org sch
qpon
quebec
quest
racing
radio
re asso com
read
realestate
realtor
realty
recipes
red
redumbrella
rehab
reise
reisen
reit
reliance
ren
rent
rentals
repair
report
republican
rest
restaurant
review
reviews
rexroth
rich
richardli
ricoh
ril
rio
rip
ro arts com firm info nom nt org rec store tm www
rocks
rodeo
rogers
room
rs ac co edu gov in org
rsvp
ru
rugby
ruhr
run
rw ac co coop gov mil net org
rwe
ryukyu
sa com edu gov med net org pub sch
saarland
safe
safety
sakura
sale
salon
samsclub
samsung
sandvik
sandvikcoromant
sanofi
sap
sarl
sas
save
saxo
sb com edu gov net org
sbi
sbs
sc com edu gov net org
scb
schaeffler
schmidt
scholarships
school
schule
schwarz
science
scot
sd com edu gov info med net org tv
se a ac b bd brand c d e f fh fhsk fhv g h i k komforb kommunalforbund komvux l lanbib m n naturbruksgymn o org p parti pp press r s t tm u w x y z
search
seat
secure
security
seek
select
sener
services
seven
sew
sex
sexy
sfr
sg com edu gov net org
sh com gov mil net org
shangrila
sharp
shell
shia
shiksha
shoes
shop
shopping
shouji
show
si
silk
sina
singles
site
sj
sk org
ski
skin
sky
skype
sl com edu gov net org
sling
sm
smart
smile
sn art com edu gouv org univ
sncf
so com edu gov me net org
soccer
social
softbank
software
sohu
solar
solutions
song
sony
soy
spa
space
sport
spot
sr
srl
ss biz co com edu gov me net org sch
st co com consulado edu embaixada mil net org principe saotome store
stada
staples
star
statebank
statefarm
stc
stcgroup
stockholm
storage
store
stream
studio
study
style
su
sucks
supplies
supply
support
surf
surgery
suzuki
sv com edu gob org red
swatch
swiss
sx gov
sy com edu gov mil net org
sydney
systems
sz ac co org
tab
taipei
talk
taobao
target
tatamotors
tatar
tattoo
tax
taxi
tc
tci
td
tdk
team
tech
technology
tel
temasek
tennis
teva
tf
tg
th ac co go in mi net or
thd
theater
theatre
tiaa
tickets
tienda
tips
tires
tirol
tj biz co com edu go gov int mil name net nic org test web
tjmaxx
tjx
tk
tkmaxx
tl gov
tm co com edu gov mil net nom org
tmall
tn com ens fin gov ind info intl mincom nat net org perso tourism
to com edu gov mil net org
today
tokyo
tools
top
toray
toshiba
total
tours
town
toyota
toys
tr av bbs bel biz com dr edu gen gov info k12 kep mil name nc(gov) net org pol tel tsk tv web
trade
trading
training
travel
travelers
travelersinsurance
trust
trv
tt biz co com edu gov info mil name net org pro
tube
tui
tunes
tushu
tv
tvs
tw club com ebiz edu game gov idv mil net org
tz ac co go hotel info me mil mobi ne or sc tv
ua cherkassy cherkasy chernigov chernihiv chernivtsi chernovtsy ck cn com cr crimea cv dn dnepropetrovsk dnipropetrovsk donetsk dp edu gov if in ivano-frankivsk kh kharkiv kharkov kherson khmelnitskiy khmelnytskyi kiev kirovograd km kr kropyvnytskyi krym ks kv kyiv lg lt lugansk luhansk lutsk lv lviv mk mykolaiv net nikolaev od odesa odessa org pl poltava rivne rovno rv sb sebastopol sevastopol sm sumy te ternopil uz uzhgorod uzhhorod vinnica vinnytsia vn volyn yalta zakarpattia zaporizhzhe zaporizhzhia zhitomir zhytomyr zp zt
ubank
ubs
ug ac co com edu go gov mil ne or org sc us
uk ac co gov ltd me net nhs org plc police sch(*)
unicom
university
uno
uol
ups
us ak(cc k12 lib) al(cc k12 lib) ar(cc k12 lib) as(cc k12 lib) az(cc k12 lib) ca(cc k12 lib) co(cc k12 lib) ct(cc k12 lib) dc(cc k12 lib) de(cc) dni fl(cc k12 lib) ga(cc k12 lib) gu(cc k12 lib) hi(cc lib) ia(cc k12 lib) id(cc k12 lib) il(cc k12 lib) in(cc k12 lib) isa ks(cc k12 lib) ky(cc k12 lib) la(cc k12 lib) ma(cc k12 chtr.k12 paroch.k12 pvt.k12 lib) md(cc k12 lib) me(cc k12 lib) mi(ann-arbor cc cog dst eaton gen k12 lib mus tec washtenaw) mn(cc k12 lib) mo(cc k12 lib) ms(cc k12) mt(cc k12 lib) nc(cc k12 lib) nd ne(cc k12 lib) nh(cc k12 lib) nj(cc k12 lib) nm(cc k12 lib) nsn nv(cc k12 lib) ny(cc k12 lib) oh(cc k12 lib) ok(cc k12 lib) or(cc k12 lib) pa(cc k12 lib) pr(cc k12 lib) ri(cc lib) sc(cc k12 lib) sd(cc lib) tn(cc k12 lib) tx(cc k12 lib) ut(cc k12 lib) va(cc k12 lib) vi(cc k12 lib) vt(cc k12 lib) wa(cc k12 lib) wi(cc k12 lib) wv(cc) wy(cc k12 lib)
uy com edu gub mil net org
uz co com net org
va
vacations
vana
vanguard
vc com edu gov mil net org
ve arts bib co com e12 edu emprende firm gob gov ia info int mil net nom org rar rec store tec web
vegas
ventures
verisign
vermögensberater
vermögensberatung
versicherung
vet
vg edu
vi co com k12 net org
viajes
video
vig
viking
villas
vin
vip
virgin
visa
vision
viva
vivo
vlaanderen
vn ac ad ai angiang ap bacgiang backan baclieu bacninh baria-vungtau bentre binhdinh binhduong binhphuoc binhthuan biz camau cantho caobang com daklak daknong danang dienbien dongnai dongthap edu gialai gov hagiang haiduong haiphong hanam hanoi hatinh haugiang health hoabinh hue hungyen id info int io khanhhoa kiengiang kontum laichau lamdong langson laocai longan namdinh name net nghean ninhbinh ninhthuan on org phutho phuyen pro quangbinh quangnam quangngai quangninh quangtri soctrang sonla tayninh thaibinh thainguyen thanhhoa thanhphohochiminh thuathienhue tiengiang travinh tuyenquang vinhlong vinhphuc yenbai
vodka
volvo
vote
voting
voto
voyage
vu com edu net org
wales
walmart
walter
wang
wanggou
watch
watches
weather
weatherchannel
web
webcam
weber
website
wed
wedding
weibo
weir
wf
whoswho
wien
wiki
williamhill
win
windows
wine
winners
wme
woodside
work
works
world
wow
ws com edu gov net org
wtc
wtf
xbox
xerox
xihuan
xin
xxx
xyz
yachts
yahoo
yamaxun
yandex
ye com edu gov mil net org
yodobashi
yoga
yokohama
you
youtube
yt
yun
za. ac agric alt co edu gov grondar law mil net ngo nic nis nom org school tm web
zappos
zara
zero
zip
zm ac biz co com edu gov info mil net org sch
zone
zuerich
zw ac co gov mil org
ελ
ευ
бг
бел
дети
ею
католик
ком
мкд
мон
москва
онлайн
орг
рус
рф
сайт
срб ак обр од орг пр упр
укр
қаз
հայ
ישראל אקדמיה ישוב ממשל צהל
קום
ابوظبي
ارامكو
الاردن
البحرين
الجزائر
السعودية
السعوديه
السعودیة
السعودیۃ
العليان
المغرب
اليمن
امارات
ايران
ایران
بارت
بازار
بيتك
بھارت
تونس
سودان
سوريا
سورية
شبكة
عراق
عرب
عمان
فلسطين
قطر
كاثوليك
كوم
مصر
مليسيا
موريتانيا
موقع
همراه
پاكستان
پاکستان
ڀارت
कॉम
नेट
भारत
भारतम्
भारोत
संगठन
বাংলা
ভারত
ভাৰত
ਭਾਰਤ
ભારત
ଭାରତ
இந்தியா
இலங்கை
சிங்கப்பூர்
భారత్
ಭಾರತ
ഭാരതം
ලංකා
คอม
ไทย ทหาร ธุรกิจ รัฐบาล ศึกษา องค์กร เน็ต
ລາວ
გე
みんな
アマゾン
クラウド
グーグル
コム
ストア
セール
ファッション
ポイント
世界
中信
中国
中國
中文网
亚马逊
企业
佛山
信息
健康
八卦
公司
公益
台湾
台灣
商城
商店
商标
嘉里
嘉里大酒店
在线
大拿
天主教
娱乐
家電
广东
微博
慈善
我爱你
手机
招聘
政务
政府
新加坡
新闻
时尚
書籍
机构
淡马锡
游戏
澳門
澳门
点看
移动
组织机构
网址
网店
网站
网络
联通
臺灣
谷歌
购物
通販
集团
電訊盈科
飞利浦
食品
餐厅
香格里拉
香港 個人 公司 政府 教育 組織 網絡
닷넷
닷컴
삼성
한국
`;
