package tsunagi.questionnaires;

/** XForms put together from their parts, for tests. */
final class Xform {
    private final StringBuilder instance = new StringBuilder();
    private final StringBuilder model = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private String version = "1";

    Xform version(String version) {
        this.version = version;
        return this;
    }

    Xform instance(String xml) {
        instance.append(xml);
        return this;
    }

    Xform model(String xml) {
        model.append(xml);
        return this;
    }

    Xform bind(String path, String attributes) {
        return model("<bind nodeset=\"" + path + "\" " + attributes + "/>");
    }

    Xform body(String xml) {
        body.append(xml);
        return this;
    }

    Xform input(String path, String label) {
        return body("<input ref=\"" + path + "\"><label>" + label + "</label></input>");
    }

    /** A question with its node at the top of the form. */
    Xform question(String name, String attributes) {
        return instance("<" + name + "/>").bind("/data/" + name, attributes).input("/data/" + name, name);
    }

    @Override
    public String toString() {
        return "<?xml version=\"1.0\"?><h:html xmlns=\"http://www.w3.org/2002/xforms\""
                + " xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns:jr=\"http://openrosa.org/javarosa\""
                + " xmlns:odk=\"http://www.opendatakit.org/xforms\"><h:head><h:title>試し</h:title><model><instance><data"
                + " id=\"trial\" version=\"" + version + "\">" + instance
                + "<meta><instanceID/></meta></data></instance>"
                + model + "</model></h:head><h:body>" + body + "</h:body></h:html>";
    }
}
