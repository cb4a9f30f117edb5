package cache;

import java.util.List;

/** An article of the encyclopedia; frozen, because all its parts are. */
record Article(String title, List<String> words) {
    Article {
        words = List.copyOf(words);
    }
}
