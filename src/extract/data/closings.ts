/** Formulas that close a letter in languages whose signatures we read without a table of their own. */
export const closingsElsewhere = (): string[] =>
  (
    'ystävällisin terveisin,parhain terveisin,terveisin,terveiset,yhteistyöterveisin,kiitos,üdvözlettel,tisztelettel,' +
    'köszönettel,saygılarımla,saygılarımızla,iyi çalışmalar,selamlar,teşekkürler,cu stimă,cu respect,cu drag,' +
    'toate cele bune,o zi bună,mulțumesc,srdačan pozdrav,lijep pozdrav,s poštovanjem,lep pozdrav,lepo vas pozdravljam,' +
    's spoštovanjem,s pozdravom,s úctou,с уважением,с наилучшими пожеланиями,всего доброго,з повагою,с уважение,поздрави,' +
    'поздрав,срдачан поздрав,με εκτίμηση,με φιλικούς χαιρετισμούς,φιλικά,χαιρετισμούς,ευχαριστώ,lugupidamisega,' +
    'parimate soovidega,tervitades,ar cieņu,sveicieni,pagarbiai,linkėjimai,trân trọng,thân ái,salam,salam hormat,' +
    'hormat kami,hormat saya,terima kasih,agur,agur bero bat,adeitasunez,besarkada bat,' +
    'salutacions,salutacions cordials,cordialment,atentament,una abraçada,un saúdo,unha aperta,is mise le meas,le meas,' +
    'le gach dea ghuí,le dea mhéin,slán,cofion,cofion gorau,yn gywir,kær kveðja,kveðja,bestu kveðjur,' +
    'bêste groetnis,groetnis,mei freonlike groetnis,vriendelike groete,groete,met vriendelike groete,' +
    'בברכה,تحياتي,مع التحية,مع خالص التحية,مع أطيب التحيات,وتفضلوا بقبول فائق الاحترام,ขอแสดงความนับถือ,ด้วยความเคารพ'
  ).split(',');
