package dev.lungfish.checker.flow;

import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The summaries of bodies that may call each other in circles. A body that is asked for while it is being solved answers with what is known of it
 * so far; whatever was computed from such an answer is provisional, and the body that was asked first solves its whole circle (a strongly connected
 * component of the calls, found as in Tarjan's algorithm) again until nothing in it changes. Bodies outside circles are solved once.
 */
final class SummaryFixpoint {
    private static final int MOST_ROUNDS = 20;
    /** So many bodies that call each other are solved on one stack: compilers run with as little as a megabyte. */
    private static final int DEEPEST = 50;

    private final BodyAnalyses analyses;
    private final Map<Tree, Summary> known = new IdentityHashMap<>();
    private final Map<Tree, Entry> provisional = new IdentityHashMap<>();
    /** The bodies that are being solved, the innermost first. */
    private final Deque<Entry> open = new ArrayDeque<>();
    /** The bodies whose circle is not closed yet, the last one reached first; all open ones are among them. */
    private final Deque<Entry> members = new ArrayDeque<>();
    private long changes;

    /** A body whose summary may still change. */
    private static final class Entry {
        private final Body body;
        private Summary summary = Summary.NOTHING;
        private int depth;
        /** The depth of the outermost open body that the summary was computed from. */
        private int low;
        private boolean isOpen;
        private boolean isCurrent;
        private boolean wasRead;

        Entry(Body body) {
            this.body = body;
        }
    }

    SummaryFixpoint(BodyAnalyses analyses) {
        this.analyses = analyses;
    }

    /** What one run of the body does; provisional if the body is part of a circle that is being solved. */
    Summary of(Body body) {
        Summary done = known.get(body.tree());
        if (done != null) {
            return done;
        }
        Entry entry = provisional.computeIfAbsent(body.tree(), tree -> new Entry(body));
        if (entry.isOpen) {
            entry.wasRead = true;
            dependOn(entry.depth);
        } else {
            if (!entry.isCurrent) {
                solve(entry);
            }
            dependOn(entry.low);
        }
        return entry.summary;
    }

    private void dependOn(int depth) {
        if (!open.isEmpty()) {
            open.peek().low = Math.min(open.peek().low, depth);
        }
    }

    private void solve(Entry entry) {
        entry.depth = open.size();
        entry.isOpen = true;
        entry.wasRead = false;
        open.push(entry);
        members.push(entry);
        boolean isDone = false;
        try {
            if (open.size() % DEEPEST == 0) {
                FreshStack.run(() -> iterate(entry));
            } else {
                iterate(entry);
            }
            isDone = true;
        } finally {
            open.pop();
            entry.isOpen = false;
            if (!isDone) {
                leaveOut(entry);
            }
        }
        if (entry.low < entry.depth) {
            entry.isCurrent = true;
            for (Entry member : members) {
                member.low = Math.min(member.low, entry.low);
                if (member == entry) {
                    break;
                }
            }
        } else {
            close(entry);
        }
    }

    private void iterate(Entry entry) {
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            long before = changes;
            entry.low = entry.depth;
            Summary next = analyses.summarize(entry.body);
            changes += next.sameAs(entry.summary) ? 0 : 1;
            entry.summary = next;
            if (entry.low < entry.depth || !entry.wasRead || changes == before) {
                return;
            }
            leaveOut(entry);
            members.push(entry);
        }
        throw new IllegalStateException("the summary of " + entry.body.member() + " does not settle");
    }

    /** Forgets how the members that were reached from this one were solved, not what is known of them. */
    private void leaveOut(Entry entry) {
        Entry member;
        do {
            member = members.pop();
            member.isCurrent = false;
            analyses.forget(member.body.tree());
        } while (member != entry);
    }

    /** The circle is solved: nothing in it depends on a body outside that is still open. */
    private void close(Entry entry) {
        Entry member;
        do {
            member = members.pop();
            known.put(member.body.tree(), member.summary);
            provisional.remove(member.body.tree());
        } while (member != entry);
        entry.low = Integer.MAX_VALUE;
    }
}
