package io.cerebro.bamboo.admin;

import com.atlassian.bamboo.configuration.GlobalAdminAction;
import io.cerebro.bamboo.realm.RealmsText;
import java.util.List;
import java.util.Optional;
import org.apache.struts2.interceptor.parameter.StrutsParameter;

/**
 * Shows the realms and keeps what is sent, if the tasks can work with it. Calls nothing of Struts itself, which differs between the
 * versions of Bamboo.
 */
public class RealmsAction extends GlobalAdminAction {
    private static final String PAGE = "input";

    private String realms = "";
    private String problem = "";
    private boolean saved;
    private String realm = "";
    private String service = "";
    private List<String> answers = List.of();
    private List<String> troubles = List.of();

    /** Shows what is kept. */
    public String input() {
        realms = RealmsText.read();
        return PAGE;
    }

    /** Keeps it, or shows it again with what is wrong. */
    public String save() {
        Optional<String> wrong = RealmsText.problem(realms);
        if (wrong.isPresent()) {
            problem = wrong.get();
        } else {
            RealmsText.write(realms);
            saved = true;
        }
        return PAGE;
    }

    /** Asks a realm that is kept, and shows what its parts have answered. */
    public String test() {
        realms = RealmsText.read();
        RealmsText.Answers tested = RealmsText.test(realm, service);
        answers = tested.good();
        troubles = tested.bad();
        return PAGE;
    }

    /** The text of a {@code realms.yaml}. */
    public String getRealms() {
        return realms;
    }

    @StrutsParameter
    public void setRealms(String text) {
        realms = text.replace("\r\n", "\n");
    }

    /** Blank where nothing is wrong. */
    public String getProblem() {
        return problem;
    }

    public boolean isSaved() {
        return saved;
    }

    /** The name of the realm that is tested. */
    public String getRealm() {
        return realm;
    }

    @StrutsParameter
    public void setRealm(String name) {
        realm = name;
    }

    /** That the gate's sources are asked for; blank for none. */
    public String getService() {
        return service;
    }

    @StrutsParameter
    public void setService(String id) {
        service = id;
    }

    /** Of the parts that a release can work with. */
    public List<String> getAnswers() {
        return answers;
    }

    /** Of those that it cannot. */
    public List<String> getTroubles() {
        return troubles;
    }
}
