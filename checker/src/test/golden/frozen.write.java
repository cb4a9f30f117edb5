// ThemeFactory.java
import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;

public class ThemeFactory {
    static final class Theme {
        String accent = "blue";
        int fontSize = 12;
    }

    @Frozen Theme night() {
        Theme theme = new Theme();
        theme.accent = "indigo";
        @Frozen Theme frozen = Freezer.freeze(theme);
        theme.fontSize = 14;
        return frozen;
    }
}
