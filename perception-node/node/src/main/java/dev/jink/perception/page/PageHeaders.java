package dev.jink.perception.page;

import com.sun.net.httpserver.Headers;

import java.util.regex.Pattern;

/** What a browser is told, and what it must say itself, so that no other page reads this one. */
final class PageHeaders {
    /** Nothing from anywhere but here, nothing inside the page's own text, no frame around it. */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    // A name that somebody else's DNS may point here would make their page the same origin as this
    // one. Numbers, localhost and names of the link-local network nobody can point.
    private static final Pattern OWN =
            Pattern.compile(
                    "(?i)(localhost|[\\d.]+|\\[[\\da-f:.]+(%[\\w.]+)?]|[\\w-]+|[\\w-]+\\.local)"
                            + "(:\\d+)?");

    private PageHeaders() {}

    static void set(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    /** Whether a Host header names this machine by something that only its network can say. */
    static boolean isOwn(String host) {
        return host != null && OWN.matcher(host).matches();
    }
}
