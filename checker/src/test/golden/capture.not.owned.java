// DraftPreview.java
import dev.lungfish.annotation.Borrowed;

public class DraftPreview {
    private StringBuilder shown = new StringBuilder();

    int show(@Borrowed StringBuilder draft) {
        shown = draft;
        return draft.length();
    }

    String shown() {
        return shown.toString();
    }
}
