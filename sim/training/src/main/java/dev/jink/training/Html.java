package dev.jink.training;

import java.util.List;

/** As much of a page as the reports need. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A whole page with a title. */
    static String page(String title, String body) {
        return """
        <!doctype html><html lang="en"><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>
          body { font: 15px/1.5 system-ui, sans-serif; margin: 24px auto;
                 max-width: 1360px; padding: 0 12px; }
          table { border-collapse: collapse; } td, th { padding: 2px 14px 2px 0; text-align: left; }
          td { font-variant-numeric: tabular-nums; }
          .gallery { display: flex; flex-wrap: wrap; gap: 12px; } figure { margin: 0; }
          figcaption { font-size: 12px; }
        </style>
        <title>%s</title><h1>%s</h1>
        %s</html>
        """
                .formatted(escape(title), escape(title), body);
    }

    /** A table; the first row is its head. */
    static String table(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<table>\n");
        String tag = "th";
        for (List<String> row : rows) {
            html.append("<tr>");
            for (String cell : row) {
                html.append("<%s>%s</%s>".formatted(tag, escape(cell), tag));
            }
            html.append("</tr>\n");
            tag = "td";
        }
        return html.append("</table>\n").toString();
    }
}
