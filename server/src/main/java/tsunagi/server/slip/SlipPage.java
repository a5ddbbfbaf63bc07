package tsunagi.server.slip;

import java.util.ArrayList;
import java.util.List;
import tsunagi.matchcode.MatchCode;
import tsunagi.records.v1.Round;

/** The page with the slips of a round, to be printed on A4 and cut: on each a code, and what its holder has to know. */
final class SlipPage {
    private static final int SLIPS_ON_A_SHEET = 10;
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="ja"><head><meta charset="utf-8"><title>照合コード票 %s</title><style>
            @page { size: A4 portrait; margin: 0 }
            * { box-sizing: border-box }
            body { margin: 0; color: #000; background: #fff;
              font-family: "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif }
            .sheet { width: 210mm; height: 297mm; padding: 11mm 10mm; display: grid; page-break-after: always;
              grid-template-columns: 95mm 95mm; grid-template-rows: repeat(5, 55mm) }
            .sheet:last-child { page-break-after: auto }
            .slip { border: 0.2mm dashed #777; padding: 3mm 4mm; display: grid; overflow: hidden;
              grid-template-columns: 1fr 27mm; grid-template-rows: auto auto 1fr auto; column-gap: 2mm }
            .round { grid-column: 1 / 3; font-size: 9pt; font-weight: bold; border-bottom: 0.3mm solid #000; padding-bottom: 0.5mm }
            .code { font-size: 25pt; font-weight: bold; font-family: "DejaVu Sans Mono", Consolas, monospace;
              letter-spacing: 0.3mm; padding-top: 2mm; white-space: nowrap }
            .qr { grid-column: 2; grid-row: 2 / 4; width: 27mm; height: 27mm }
            p { margin: 0; font-size: 7.5pt; line-height: 1.45 }
            .easy { grid-column: 1 / 3; font-size: 7pt; padding-top: 1mm }
            .phone { font-weight: bold }
            </style></head><body>
            """;

    private SlipPage() {}

    static String html(Round round, List<MatchCode> codes) {
        StringBuilder page = new StringBuilder(HEAD.formatted(escaped(round.getName())));
        for (int first = 0; first < codes.size(); first += SLIPS_ON_A_SHEET) {
            page.append("<section class=\"sheet\">\n");
            codes.subList(first, Math.min(first + SLIPS_ON_A_SHEET, codes.size()))
                    .forEach(code -> page.append(slip(round, code)));
            page.append("</section>\n");
        }
        return page.append("</body></html>\n").toString();
    }

    private static String slip(Round round, MatchCode code) {
        return """
                <article class="slip"><div class="round">あなたの照合コード  %s</div><div class="code">%s</div>%s
                <p>調査票に、名前の代わりにこの番号を書いてください。<br>次の回も同じ番号を使います。なくさないよう、手もとに置いてください。<br>\
                だれの番号かは記録しません。%s</p>
                <p class="easy">名前(なまえ)の かわりに、この 番号(ばんごう)を 書(か)いて ください。つぎも おなじ 番号です。<br>\
                Write this number instead of your name, next time too. Keep it.</p></article>
                """.formatted(escaped(round.getName()), code.printed(), QrPicture.svg(code.digits()), phone(round));
    }

    private static String phone(Round round) {
        List<String> parts = new ArrayList<>();
        if (!round.getConsultationPhone().isEmpty()) {
            parts.add("<br><span class=\"phone\">相談 " + escaped(round.getConsultationPhone()) + "</span>");
        }
        if (!round.getConsultationHours().isEmpty()) {
            parts.add((parts.isEmpty() ? "<br>相談 " : " ") + escaped(round.getConsultationHours()));
        }
        return String.join("", parts);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
