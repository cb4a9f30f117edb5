package dev.lungfish.checker.region;

import java.util.stream.Collectors;

/** How states look in tests and in internal failures; never shown to users. */
final class Printing {
    private Printing() {
    }

    static String show(RegionState state) {
        if (state == null) {
            return "-";
        }
        StringBuilder text = new StringBuilder(show(state.label()));
        for (OutEntry out : state.outs()) {
            text.append(' ').append(out.kind().name().toLowerCase(java.util.Locale.ROOT)).append('@').append(out.site().id());
            if (out.readOnly()) {
                text.append('r');
            }
            if (out.many()) {
                text.append('*');
            }
            if (!out.touch().isWhole()) {
                text.append('[').append(out.touch()).append(']');
            }
            if (!out.guard().isEmpty()) {
                text.append(out.guard());
            }
        }
        state.portions().forEach(p -> text.append(p.onlyReads() ? " read" : " range").append(p.of()).append('@').append(p.maker()).append(p.eachItsOwn() || p.onlyReads() ? "" : "!"));
        if (!state.heaps().isEmpty()) {
            text.append(" heap").append(state.heaps());
        }
        return state.dirty() == null ? text.toString() : text.append(" dirty").toString();
    }

    static String show(Label label) {
        if (label instanceof Label.Free) {
            return "free";
        } else if (label instanceof Label.Frozen) {
            return "frozen";
        } else if (label instanceof Label.MaybeFrozen) {
            return "frozen?";
        } else if (label instanceof Label.Caller c) {
            return "caller" + c.formals();
        } else if (label instanceof Label.In in) {
            return "in(" + in.region().shown() + ")" + show(in.claim());
        } else if (label instanceof Label.Was was) {
            return "was(" + was.region().shown() + ")" + show(was.claim());
        } else if (label instanceof Label.Shared) {
            return "shared";
        }
        return ((Label.Conflict) label).labels().stream().map(Printing::show).collect(Collectors.joining("|"));
    }

    private static String show(Claim claim) {
        return switch (claim) {
            case PERHAPS -> "?";
            case GUARDED -> "!";
            case OWNED -> "";
        };
    }
}
