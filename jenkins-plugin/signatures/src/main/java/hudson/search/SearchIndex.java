package hudson.search;

public interface SearchIndex {}
