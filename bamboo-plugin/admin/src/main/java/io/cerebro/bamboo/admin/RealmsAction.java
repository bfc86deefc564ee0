package io.cerebro.bamboo.admin;

import com.atlassian.bamboo.configuration.GlobalAdminAction;
import io.cerebro.bamboo.realm.RealmsText;
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
}
