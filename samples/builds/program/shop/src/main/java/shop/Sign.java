package shop;

/** Says when the shop is open. */
public final class Sign {
    public String text() {
        return "open from nine to five";
    }
}
