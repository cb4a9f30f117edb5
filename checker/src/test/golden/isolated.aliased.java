// Mailbag.java
import dev.lungfish.annotation.Isolated;
import java.util.ArrayList;
import java.util.List;

public class Mailbag {
    private @Isolated List<String> letters = new ArrayList<>();

    void post(String letter) {
        letters.add(letter);
    }

    List<String> letters() {
        return letters;
    }
}
