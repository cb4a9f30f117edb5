// Menu.java
import dev.lungfish.annotation.Frozen;
import java.util.List;

@Frozen
public record Menu(String name, List<String> dishes) {
}
