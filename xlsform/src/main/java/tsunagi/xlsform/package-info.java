/** Turns spreadsheets that follow the XLSForm convention into XForms. */
package tsunagi.xlsform;
