// Playlists.java
import dev.lungfish.annotation.Isolated;
import java.util.ArrayList;
import java.util.List;

class Playlists {
    private @Isolated List<StringBuilder> morning = new ArrayList<>();
    private @Isolated List<StringBuilder> evening = new ArrayList<>();

    void sameAllDay() {
        evening = morning;
    }
}
