import { errorOf, valueFrom } from './emulated.ts';

test.each<[string, unknown]>([
  ["Utilities.base64Encode('森 a')", '5qOuIGE='],
  ["Utilities.base64Encode('é', Utilities.Charset.US_ASCII)", 'Pw=='],
  ['Utilities.base64Encode([-5, 255, -2])', '+//+'],
  ['Utilities.base64EncodeWebSafe([-5, 255, -2])', '-__-'],
  ["Utilities.base64Decode('5qM=')", [-26, -93]],
  ["Utilities.base64DecodeWebSafe('-__-')", [-5, -1, -2]],
  ["Utilities.newBlob(Utilities.base64Decode('5qOu')).getDataAsString()", '森'],
  ["Utilities.newBlob([-112, 88]).getDataAsString('Shift_JIS')", '森'],
  ["Utilities.newBlob('é').getBytes()", [-61, -87]],
  ["(b => [b.getContentType(), b.getName()])(Utilities.newBlob('a', 'text/vcard', 'a.vcf'))", ['text/vcard', 'a.vcf']],
  [
    "(b => [b.copyBlob().setDataFromString('b').getDataAsString(), b.getDataAsString()])(Utilities.newBlob('a'))",
    ['b', 'a'],
  ],
  [
    "Utilities.base64Encode(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc'))",
    'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
  ],
  ['Utilities.base64Encode(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, [97]))', 'DMF1ucDxtqgxw5niaXcmYQ=='],
  [
    // RFC 4231, test case 2
    "Utilities.base64Encode(Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe'))",
    Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString('base64'),
  ],
  ['/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(Utilities.getUuid())', true],
  ['(start => { Utilities.sleep(50); return Date.now() - start >= 45 })(Date.now())', true],
])('%s', async (expression, value) => {
  expect(await valueFrom(`return ${expression}`)).toEqual(value);
});

describe('formatDate', () => {
  test.each([
    ['yyyy-MM-dd HH:mm:ss', 'Asia/Tokyo', '2026-03-01 00:05:09'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", 'GMT', '2026-02-28T15:05:09.007Z'],
    ['EEE, d MMM yy h:mm a Z', 'America/New_York', 'Sat, 28 Feb 26 10:05 AM -0500'],
    ['EEEE MMMM XXX X', 'Asia/Kolkata', 'Saturday February +05:30 +05'],
    ["'it''s' ''yy''", 'UTC', "it's '26'"],
    ['H|XXX', 'UTC', '15|Z'],
    ['h a, hh', 'Asia/Vladivostok', '1 AM, 01'],
    ['h a H', 'Asia/Yangon', '9 PM 21'],
    ['h a H', 'Etc/GMT-9', '12 AM 0'],
  ])('%s in %s', async (pattern, zone, expected) => {
    const call = `Utilities.formatDate(new Date(${Date.UTC(2026, 1, 28, 15, 5, 9, 7)}), '${zone}', ${JSON.stringify(pattern)})`;
    expect(await valueFrom(`return ${call}`)).toBe(expected);
  });

  test.each([
    ["Utilities.formatDate(new Date(0), 'Moon', 'yyyy')", 'Invalid argument: Moon'],
    ["Utilities.formatDate(new Date(0), 'UTC', 'n')", "Invalid argument: Illegal pattern character 'n'"],
    [
      "Utilities.formatDate('2026', 'UTC', 'yyyy')",
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    ],
  ])('%s is refused', async (call, message) => {
    expect(await errorOf(call)).toBe(`Exception: ${message}`);
  });
});

test.each([
  ["Utilities.base64Decode('*')", 'Exception: Could not decode string.'],
  ['Utilities.sleep(-1)', 'Exception: Invalid argument: milliseconds'],
  ['Utilities.sleep(300001)', 'Exception: Invalid argument: milliseconds'],
  [
    "Utilities.base64Encode('a', 'UTF-8')",
    "Exception: The parameters (String,String) don't match the method signature for Utilities.base64Encode.",
  ],
  [
    'Utilities.base64Encode([300])',
    "Exception: The parameters (number[]) don't match the method signature for Utilities.base64Encode.",
  ],
  ["Utilities.jsonParse('{}')", 'TypeError: Utilities.jsonParse is not a function'],
])('%s is refused', async (call, message) => {
  expect(await errorOf(call)).toBe(message);
});
