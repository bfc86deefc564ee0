package io.jenkins.plugins.cerebro.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** {@code @Library('cerebro') _}, as a Jenkinsfile writes it; the library's vars are there anyway. */
@Target(ElementType.LOCAL_VARIABLE)
@Retention(RetentionPolicy.SOURCE)
public @interface Library {
    String value();
}
