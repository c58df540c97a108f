# Varnish in front of the portal: @host@. Written by "bin/yidang proxy-config"; change it there or here.
#
# Kept is only what says that it may be: pages with X-Yidang-Shows (src/yidang/caching), style sheets and scripts whose
# address carries their version, and look.css by the value of its cookie. Everything else goes through.
vcl 4.1;

import directors;
import std;

@backends@

# Who may order pages to be forgotten: the machines on which the portal runs.
acl purgers {
    "localhost";
    "127.0.0.1";
    "::1";
@purgers@}

sub vcl_init {
    new portal = directors.round_robin();
@members@}

sub vcl_recv {
    set req.backend_hint = portal.backend();

    if (req.method == "BAN") {
        if (client.ip !~ purgers) {
            return (synth(403, "Not for you"));
        }
        if (req.http.X-Yidang-Topic !~ "^[a-z]+$" || req.http.X-Yidang-Version !~ "^[0-9a-f]+$") {
            return (synth(400, "Topic and version"));
        }
        # What shows the topic in another version than this; what is new already stays.
        ban("obj.http.X-Yidang-Shows ~ ;" + req.http.X-Yidang-Topic + "= && obj.http.X-Yidang-Shows !~ ;"
            + req.http.X-Yidang-Topic + "=" + req.http.X-Yidang-Version + ";");
        return (synth(200, "Forgotten"));
    }

    # Nobody but this proxy and the portal speaks these words.
    unset req.http.X-Yidang-Topic;
    unset req.http.X-Yidang-Version;

    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Who is signed in, programs, and whoever has a message waiting.
    if (req.http.Authorization || req.http.Cookie ~ "(^|;\s*)(__ac|statusmessages)="
            || req.http.Accept ~ "application/json" || req.url ~ "\+\+api\+\+") {
        return (pass);
    }
    # Pages are the same for everybody; only look.css depends on a cookie, and only on this one.
    if (req.url ~ "/look\.css(\?|$)" && req.http.Cookie ~ "(^|;\s*)yd_look=(large|high|large\.high)(;|$)") {
        set req.http.Cookie = "yd_look=" + regsub(req.http.Cookie, "^(.*;\s*)?yd_look=([a-z.]+).*$", "\2");
    } elsif (req.url ~ "/look(\?|$)") {
        return (pass);
    } else {
        unset req.http.Cookie;
    }
    # One page for all spellings of an empty question.
    set req.url = regsub(req.url, "\?$", "");
    # An old page is better than none while the portal does not answer.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 0s;
    }
    return (hash);
}

sub vcl_backend_fetch {
    set bereq.url = "@rewrite@" + bereq.url;
    # Packed below, not in the portal.
    unset bereq.http.Accept-Encoding;
}

sub vcl_backend_response {
    set beresp.grace = 1h;
    set beresp.keep = 1h;
    if (beresp.http.Content-Type ~ "^(text/|application/(javascript|json|xml|atom|rss|ld)|image/svg)") {
        set beresp.do_gzip = true;
    }
    if (beresp.http.X-Yidang-Shows && !beresp.http.Set-Cookie && (beresp.status == 200 || beresp.status == 304)) {
        set beresp.ttl = std.duration(beresp.http.X-Yidang-Keep + "s", 0s);
        return (deliver);
    }
    if (beresp.status == 200 && bereq.url ~ "/look\.css(\?|$)" && beresp.http.Vary == "Cookie") {
        set beresp.ttl = 5m;
        return (deliver);
    }
    if (beresp.status == 200 && bereq.url ~ "(\+\+resource\+\+|@@echarts)[^?]*\?v=[0-9a-f]+$") {
        set beresp.ttl = 7d;
        set beresp.http.Cache-Control = "public, max-age=31536000, immutable";
        return (deliver);
    }
    # Not kept; for two minutes requests for it do not wait for one another.
    set beresp.uncacheable = true;
    set beresp.ttl = 2m;
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.X-Yidang-Shows;
    unset resp.http.X-Yidang-Keep;
    unset resp.http.X-Cache-Rule;
    unset resp.http.X-Cache-Operation;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    # How long it lay here is nobody's business: browsers ask each time.
    unset resp.http.Age;
    if (obj.hits > 0) {
        set resp.http.X-Kept = "yes";
    }
}
