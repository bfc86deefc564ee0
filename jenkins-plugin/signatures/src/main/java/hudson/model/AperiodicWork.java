package hudson.model;

import hudson.ExtensionPoint;
import hudson.triggers.SafeTimerTask;

public abstract class AperiodicWork extends SafeTimerTask implements ExtensionPoint {}
