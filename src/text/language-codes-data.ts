/**
 * ISO 639-3 codes to the shortest tag that BCP 47 knows. Languages without a two-letter code keep their three; varieties
 * that news is not written in, and that a detector takes for their big neighbour (Scots, Kabuverdianu …), are left out.
 */
const PAIRS =
  'spa:es eng:en por:pt ind:id fra:fr deu:de jav:jv vie:vi ita:it tur:tr pol:pl swh:sw sun:su ron:ro hau:ha fuv:ff bos:bs ' +
  'hrv:hr nld:nl srp:sr yor:yo uzn:uz zlm:ms ibo:ig ceb:ceb tgl:tl hun:hu azj:az ces:cs run:rn plt:mg qug:qu nya:ny ' +
  'kin:rw zul:zu swe:sv lin:ln som:so hms:hmn ilo:ilo hat:ht hil:hil sna:sn xho:xh min:min afr:af lua:lu fin:fi slk:sk tuk:tk ' +
  'dan:da nob:no suk:suk als:sq sag:sg nno:nn sot:st cat:ca bcl:bik glg:gl lit:lt umb:umb tsn:tn vec:vec nso:nso ban:ban ' +
  'kng:kg lug:lg ace:ace bam:bm kmb:kmb lun:lun war:war wol:wo nds:nds ewe:ee slv:sl ayr:ay bem:bem bum:bum epo:eo pam:pam ' +
  'tiv:tiv tpi:tpi ven:ve ssw:ss lvs:lv quz:qu rup:rup tso:ts men:men fon:fon kbp:kbp tem:tem toi:toi est:et snk:snk ada:ada ' +
  'quy:qu bin:bin gaa:gaa ndo:ng rus:ru ukr:uk bel:be bul:bg kaz:kk tat:tt tgk:tg kir:ky mkd:mk khk:mn arb:ar urd:ur pes:fa ' +
  'pbu:ps skr:skr uig:ug prs:fa ckb:ckb hin:hi mar:mr mai:mai bho:bho npi:ne mya:my shn:shn amh:am tir:ti heb:he ydd:yi ben:bn ' +
  'tam:ta tel:te guj:gu kan:kn mal:ml pan:pa tha:th sin:si ell:el khm:km hye:hy sat:sat bod:bo kat:ka lao:lo jpn:ja kor:ko cmn:zh';

export const LANGUAGE_BY_ISO_639_3: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').flatMap((pair) => {
    const [code, tag] = pair.split(':');
    return code && tag ? [[code, tag] as const] : [];
  }),
);
