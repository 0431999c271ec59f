import { ROLES } from './demo-accounts.ts';
import { SERVICES, serviceNames, type Layout } from './layout.ts';

/** What a person sees who opens the local address: where everything is and how to get in. */
export function landingPage(ports: Layout['ports']): string {
  const services = serviceNames
    .map((service) => `<tr><th>${SERVICES[service]}</th><td><a href="/${service}/docs">/${service}/docs</a></td><td><a href="/${service}/health/ready">运行状态</a></td></tr>`)
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>12345 政务服务热线平台</title>
<style>
  body { font: 16px/1.7 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; color: #1f2937; }
  th { text-align: left; padding-right: 2rem; font-weight: 600; }
  td { padding-right: 2rem; }
  code { background: #f3f4f6; padding: .1rem .35rem; border-radius: .25rem; }
</style>
<h1>12345 政务服务热线平台</h1>
<p>平台正在本机运行，仅供开发和演示。</p>
<h2>接口文档</h2>
<table>
${services}
</table>
<h2>登录与访问令牌</h2>
<p>身份服务：<a href="http://localhost:${ports.idp}/.well-known/openid-configuration">http://localhost:${ports.idp}</a>。每种角色有一个演示账户，密码任意：</p>
<p>${ROLES.map((role) => `<code>${role}</code>`).join(' ')}</p>
<p>承办单位的账户写作 <code>unit-单位代码</code> 和 <code>leader-单位代码</code>。</p>
<p>在命令行取得访问令牌：<code>npm run -s token -- operator</code>，<code>npm run -s token -- unit --unit 单位代码</code></p>
</html>
`;
}
