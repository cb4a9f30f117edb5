package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;

/*
 * A new link of a guarded list refers to what the caller gave and to the rest of the list: it is the list that has it from then on, in whichever
 * order the link gets its parts.
 * Verdict: derived.
 */
public class PushedUnderLock {
    static final class Item {
        private int n;
        private final List<Item> known = new ArrayList<>();

        void meet(Item other) {
            known.add(other);
        }
    }

    static final class Link {
        private final Item item;
        private final Link next;

        Link(Item item, Link next) {
            this.item = item;
            this.next = next;
        }
    }

    static final class Introduction {
        private final Item one;
        private final Item other;

        Introduction(Item one, Item other) {
            this.one = one;
            this.other = other;
            one.meet(other);
        }
    }

    static final class Registered {
        private final Item item;

        Registered(Register register, Item item) {
            register.all.add(this);
            this.item = item;
        }
    }

    static final class Register {
        private final List<Registered> all = new ArrayList<>();
    }

    @InRegion("this") private Link head;
    @InRegion("this") private final List<Item> items = new ArrayList<>();
    private Link last;

    void push(Item item) {
        synchronized (this) {
            head = new Link(item, head);
        }
    }

    void pushedAndUsed(Item item) {
        synchronized (this) {
            head = new Link(item, head);
        }
        item.n++; //! region.escape
    }

    synchronized Link returned(Item item) {
        return new Link(item, head); //! region.escape
    }

    synchronized void keptElsewhere(Item item) {
        last = new Link(item, head); //! region.escape
    }

    synchronized void introduced(Item item) {
        new Introduction(item, items.get(0)); //! region.escape
    }

    synchronized void registered(Register register) {
        new Registered(register, items.get(0)); //! region.escape
    }

    void caller() {
        Item item = new Item();
        push(item);
        item.n++; //! region.escape
    }
}
