package dev.lungfish.checker.flow;

import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.region.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** A library model's row as a summary, for where a method is named and not called: method references and overriding. */
final class ModelSummaries {
    private ModelSummaries() {
    }

    static Summary of(ExecutableElement method, MethodModel model) {
        int parameters = method.getParameters().size();
        Map<Integer, Access> uses = new HashMap<>();
        boolean hasReceiver = !method.getModifiers().contains(Modifier.STATIC) && method.getKind() != ElementKind.CONSTRUCTOR;
        if (hasReceiver) {
            uses.put(0, access(model, Place.THIS));
        }
        for (int i = 0; i < parameters; i++) {
            uses.put(i + 1, access(model, Place.arg(i)));
        }
        List<Summary.Pair> pairs = new ArrayList<>();
        for (Effect.Merge merge : model.all(Effect.Merge.class)) {
            formals(merge.holder(), parameters).forEach(h -> formals(merge.value(), parameters).forEach(v -> pairs.add(new Summary.Pair(h, v, dev.lungfish.checker.region.SourcePoint.NOWHERE))));
        }
        Set<Integer> moved = new HashSet<>();
        model.all(Effect.Move.class).forEach(m -> moved.addAll(formals(m.what(), parameters)));
        model.all(Effect.Lend.class).forEach(l -> moved.addAll(formals(l.what(), parameters)));
        Set<Integer> published = new HashSet<>();
        model.all(Effect.Publishes.class).forEach(p -> published.addAll(formals(p.place(), parameters)));
        Set<Integer> dirty = new HashSet<>();
        model.all(Effect.Unknown.class).forEach(u -> dirty.addAll(formals(u.place(), parameters)));
        Set<Integer> frozen = new HashSet<>();
        model.all(Effect.Freezes.class).forEach(f -> frozen.addAll(formals(f.place(), parameters)));
        Set<Integer> resultOf = new HashSet<>();
        Summary.Result result = result(model, parameters, resultOf, hasReceiver);
        return new Summary(uses, pairs, List.of(), moved, Set.of(), frozen, published, Set.of(), Map.of(), List.of(), Set.of(), Set.of(), result, resultOf, null,
                dirty);
    }

    private static Summary.Result result(MethodModel model, int parameters, Set<Integer> resultOf, boolean hasReceiver) {
        if (model.has(Effect.Fresh.class) || model.has(Effect.Take.class)) {
            return Summary.Result.FREE;
        } else if (model.has(Effect.Frozen.class)) {
            return Summary.Result.FROZEN;
        } else if (model.has(Effect.Global.class) || model.has(Effect.Peek.class)) {
            return Summary.Result.SHARED;
        }
        model.all(Effect.Same.class).forEach(s -> resultOf.addAll(formals(s.place(), parameters)));
        model.all(Effect.View.class).forEach(s -> resultOf.addAll(formals(s.place(), parameters)));
        model.all(Effect.Copy.class).forEach(s -> resultOf.addAll(formals(s.place(), parameters)));
        model.all(Effect.FrozenCopy.class).forEach(s -> resultOf.addAll(formals(s.place(), parameters)));
        model.all(Effect.Content.class).forEach(s -> resultOf.addAll(formals(s.box(), parameters)));
        if (resultOf.isEmpty() && hasReceiver) {
            resultOf.add(0);
        }
        return resultOf.isEmpty() ? Summary.Result.FREE : Summary.Result.SAME;
    }

    private static Access access(MethodModel model, Place place) {
        return switch (model.useOf(place)) {
            case NONE -> Access.NONE;
            case IDENTITY -> Access.IDENTITY;
            case READ -> Access.READ;
            case WRITE, ATOMIC -> Access.WRITE;
        };
    }

    private static List<Integer> formals(Place place, int parameters) {
        if (place instanceof Place.This) {
            return List.of(0);
        } else if (place instanceof Place.Arg arg) {
            return List.of(arg.index() + 1);
        } else if (place instanceof Place.Last) {
            return List.of(parameters);
        } else if (place instanceof Place.Elements of) {
            return formals(of.container(), parameters);
        } else if (place instanceof Place.Content of) {
            return formals(of.box(), parameters);
        } else if (place instanceof Place.AllArgs) {
            List<Integer> all = new ArrayList<>();
            for (int i = 1; i <= parameters; i++) {
                all.add(i);
            }
            return all;
        }
        return List.of();
    }
}
