package dev.lungfish.checker.model;

import java.util.List;
import java.util.Optional;

/**
 * What one library method does: a row of a model file. An immutable value.
 *
 * @param owner binary name of the class that the row names
 * @param name the method; {@code <init>} for a constructor, {@code *} for every method of the class
 * @param params erased parameter types by simple name; null if the row is about every method of that name
 * @param effects in the order of the row
 * @param reason why, in a few words
 */
public record MethodModel(String owner, String name, List<String> params, List<Effect> effects, String reason) {
    public MethodModel {
        params = params == null ? null : List.copyOf(params);
        effects = List.copyOf(effects);
    }

    /** How the call uses a place; {@link UseMode#READ} where the row is silent. {@code args} in the row counts for each argument. */
    public UseMode useOf(Place place) {
        UseMode found = UseMode.READ;
        for (Effect effect : effects) {
            if (effect instanceof Effect.Use use) {
                if (use.place().equals(place)) {
                    return use.mode();
                }
                if (use.place() instanceof Place.AllArgs && place instanceof Place.Arg) {
                    found = use.mode();
                }
            }
        }
        return found;
    }

    /** All effects of one kind, in order. */
    public <E extends Effect> List<E> all(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The first effect of a kind. */
    public <E extends Effect> Optional<E> first(Class<E> kind) {
        for (Effect effect : effects) {
            if (kind.isInstance(effect)) {
                return Optional.of(kind.cast(effect));
            }
        }
        return Optional.empty();
    }

    /** Whether the row has an effect of this kind. */
    public boolean has(Class<? extends Effect> kind) {
        return first(kind).isPresent();
    }

    /** The row's key: {@code owner#name(params)}. */
    public String signature() {
        return owner + "#" + name + (params == null ? "" : "(" + String.join(",", params) + ")");
    }
}
