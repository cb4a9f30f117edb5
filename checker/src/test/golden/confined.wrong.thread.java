// Dictionary.java
import java.util.concurrent.ExecutorService;
import javax.swing.JTextField;

public class Dictionary {
    private Dictionary() {
    }

    static void lookUp(ExecutorService pool, JTextField answer, String word) {
        pool.execute(() -> answer.setText(translate(word)));
    }

    private static String translate(String word) {
        return new StringBuilder(word).reverse().toString();
    }
}
