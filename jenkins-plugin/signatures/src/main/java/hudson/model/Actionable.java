package hudson.model;

import java.util.ArrayList;
import java.util.List;

public abstract class Actionable extends AbstractModelObject {
    private final List<Action> actions = new ArrayList<>();

    public final List<? extends Action> getAllActions() {
        return List.copyOf(actions);
    }

    public <T extends Action> List<T> getActions(Class<T> type) {
        return actions.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public void addAction(Action a) {
        actions.add(a);
    }

    public void replaceAction(Action a) {
        addOrReplaceAction(a);
    }

    public boolean addOrReplaceAction(Action a) {
        actions.removeIf(old -> old.getClass() == a.getClass());
        return actions.add(a);
    }

    public boolean removeAction(Action a) {
        return actions.remove(a);
    }

    public boolean removeActions(Class<? extends Action> clazz) {
        return actions.removeIf(clazz::isInstance);
    }

    public boolean replaceActions(Class<? extends Action> clazz, Action a) {
        actions.removeIf(clazz::isInstance);
        return actions.add(a);
    }

    public <T extends Action> T getAction(Class<T> type) {
        return getActions(type).stream().findFirst().orElse(null);
    }
}
