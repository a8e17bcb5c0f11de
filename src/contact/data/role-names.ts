import { lazy } from '../lazy.ts';

/** Words before the `@` that name a desk or a program, not a person. Compiled by hand. */
const names = `
info hello hi contact office mail sales support help helpdesk service services order orders shop store admin
administrator webmaster postmaster billing accounts accounting invoice invoices hr jobs careers recruiting press
media marketing news newsletter team events booking bookings reservations reception enquiries inquiry feedback
members membership subscribe notify notification notifications alert alerts system noreply volunteer list kontakt
buero verkauf vertrieb bestellung redaktion presse contacto ventas pedidos comercial contato vendas atendimento
contact commande vente gazette info informazioni vendite ordini notifiche amministrazione verkoop bestelling
joho ordre bericht report upload receipts transaction library biblioteca bibliotheek survey magazine magazin billetterie hilfe shipping versand verzending klantenservice kundenservice kundeservice klanten servicio servizi clienti clientes tilmelding anmeldung bestilling undersogelse sklep biuro zamowienia objednavky podpora rezerwacje reservas reservierung prenotazioni licensing publicity listsupport subscriptions
yoyaku soudan sodan kouhou koho madoguchi mailmagazine merumaga
toiawase otoiawase eigyo soumu somu saiyo keiri jinji jimukyoku kefu caiwu renshi empfang zentrale dispo logistik logistics
tickets parking wordpress factura fattura faktura rechnung facturen seikyu offerte ofertas offers promo avisos rss feeds rssfeeds information faktury facturacion facturas adhesion adhesions iscrizioni inscripciones recordatorios accueil recepcion ricevimento suporte soporte assistenza biglietteria nieuws nieuwsbrief nyhetsbrev
admissions customercare editorial
insurance lettings maintenance
payments payroll purchasing registrar registration repairs
survey workshop tienda boutique
negozio butik obchod encuestas encuesta taller pedido reserva secretaria segreteria secretariado
administracion verwaltung werkstatt werkplaats administratie inkoop rezeption tourismus bewerbung einkauf buchhaltung technik mairie
comptabilite atencion clientes compras prenotazione
turismo ufficio protocollo
`;

/** Those that are also people's names or stand beside them: a desk's only as the whole of what stands before the `@`. */
const alone = 'hola ola hallo hey hej bonjour salut ciao buongiorno ahoj post letter welcome wiki website event';

export const roleNames = lazy((): ReadonlySet<string> => new Set(names.trim().split(/\s+/)));
export const rolesAlone = lazy((): ReadonlySet<string> => new Set(alone.split(' ')));
