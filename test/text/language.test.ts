import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/text/language.ts';

test.each([
  [
    'en',
    'The ferry across the lake will run again from May, the council decided on Tuesday after a long debate about who would pay for the crew.',
  ],
  [
    'de',
    'Die Fähre über den See fährt ab Mai wieder, das hat der Rat am Dienstag nach langer Debatte beschlossen, und niemand weiß, was sie kosten soll.',
  ],
  [
    'fr',
    'Le bac qui traverse le lac reprendra en mai, a décidé le conseil mardi après un long débat sur le prix du billet et le salaire des marins.',
  ],
  [
    'es',
    'El transbordador que cruza el lago volverá en mayo, decidió el consejo el martes tras un largo debate sobre el precio y los marineros.',
  ],
  [
    'pt',
    'A balsa que atravessa o lago voltará em maio, decidiu o conselho na terça-feira após um longo debate sobre o preço e os marinheiros.',
  ],
  [
    'it',
    'Il traghetto che attraversa il lago tornerà a maggio, ha deciso il consiglio martedì dopo un lungo dibattito sul prezzo del biglietto.',
  ],
  [
    'nl',
    'De veerboot over het meer vaart vanaf mei weer, besloot de raad dinsdag na een lang debat over de prijs van het kaartje en de bemanning.',
  ],
  [
    'pl',
    'Prom przez jezioro znów popłynie w maju, zdecydowała we wtorek rada po długiej debacie o tym, kto zapłaci za załogę i paliwo.',
  ],
  [
    'ru',
    'Паром через озеро снова пойдёт в мае, решил во вторник совет после долгих споров о том, кто заплатит команде и за топливо.',
  ],
  [
    'tr',
    'Göldeki vapur mayıs ayında yeniden başlayacak, meclis salı günü bilet fiyatı üzerine uzun bir tartışmanın ardından karar verdi.',
  ],
  [
    'ja',
    '湖の渡し船が五月から再び運航すると、議会は長い議論の末に火曜日に決めた。運賃はまだ決まっていないという。',
  ],
  [
    'ar',
    'ستعود العبارة إلى البحيرة في شهر مايو، هكذا قرر المجلس يوم الثلاثاء بعد نقاش طويل حول ثمن التذكرة وأجور البحارة.',
  ],
  [
    'sw',
    'Kivuko cha ziwani kitaanza tena safari zake mwezi wa tano, baraza liliamua siku ya Jumanne baada ya majadiliano marefu kuhusu nauli na mishahara ya mabaharia.',
  ],
  [
    'id',
    'Kapal penyeberangan di danau itu akan beroperasi kembali pada bulan Mei, demikian keputusan dewan pada hari Selasa setelah perdebatan panjang mengenai harga tiket.',
  ],
  [
    'af',
    'Die veerboot oor die meer sal vanaf Mei weer vaar, het die raad Dinsdag na ’n lang debat besluit, en niemand weet wat die kaartjie gaan kos nie.',
  ],
])('names %s in two or three sentences, and is sure of it', (language, text) => {
  expect(detectLanguage(text)).toEqual({ language, isConfident: true });
});

test('a few words in a script of one language name it without certainty', () => {
  expect(detectLanguage('湖の渡し')).toEqual({ language: 'ja', isConfident: false });
});

test('a text of no words has no language', () => {
  expect(detectLanguage('')).toBeNull();
  expect(detectLanguage('12 – 34')).toBeNull();
});

test('a long text is read at its middle, where names and places of the opening do not count', () => {
  const german =
    'Niemand weiß, was die Fahrt kosten soll, und im Rat hat auch niemand danach gefragt, obwohl die Nacht lang war. ';
  expect(detectLanguage(`New York, New York. The Times said so. ${german.repeat(60)}`)?.language).toBe('de');
});
