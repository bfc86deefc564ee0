[#ftl output_format='HTML' auto_esc=true]
<html>
<head>
    <title>[@ww.text name='cerebro.admin.title'/]</title>
    <meta name="decorator" content="adminpage">
    <meta name="adminCrumb" content="cerebroRealms">
</head>
<body>
    <h1>[@ww.text name='cerebro.admin.title'/]</h1>
    <p>[@ww.text name='cerebro.admin.about'/]</p>
[#if problem?has_content]
    [@ui.messageBox type='error']${problem}[/@ui.messageBox]
[/#if]
[#if saved]
    [@ui.messageBox type='success'][@ww.text name='cerebro.admin.saved'/][/@ui.messageBox]
[/#if]
    [@ww.form action='saveCerebroRealms' namespace='/admin' submitLabelKey='global.buttons.update' cancelUri='/admin/cerebroRealms.action']
        [@ww.textarea labelKey='cerebro.admin.realms' descriptionKey='cerebro.admin.realms.description' name='realms' rows='30' cssClass='full-width-field'/]
    [/@ww.form]
</body>
</html>
