const firstNames =
  'Priya Ada Tomas Ines Ravi Noor Mika Yara Sven Farah Jo Hana Luca Emeka Greta Kofi Lena Omar Paula Quentin Rosa Samir Tara Uma Viktor Wanda Xenia Yusuf Zoe Arjun Bela Carla Dmitri Elif Felix Gwen Hugo Ida Jonas Karim'.split(
    ' ',
  );
const lastNames =
  'Raman Moreno Lindqvist Okafor Patel Haddad Sato Costa Berg Nasser Kim Novak Rossi Obi Weiss Mensah Fischer Farouk Silva Dubois Marin Aziz Kaya Rao Petrov Nowak Ivanova Demir Laurent Shah Horvath Mendes Orlov Yilmaz Brandt Hughes Martin Dahl Keller Bashir'.split(
    ' ',
  );

/** Name of the person of a number, the first one being 0: all different, up to one person per pair of names. */
export function personName(number: number): string {
  const first = firstNames[number % firstNames.length] ?? '';
  const last = lastNames[(number + Math.floor(number / firstNames.length) * 7) % lastNames.length] ?? '';
  return `${first} ${last}`;
}
