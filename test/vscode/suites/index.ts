/** The only list of the suites that run in a real VS Code. */
import './activation';
import './marks';
import './fixes';
import './context';
import './hover';
import './snippets';
import './insertClause';
import './rulePages';
