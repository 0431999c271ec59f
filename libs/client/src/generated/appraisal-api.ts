/** Written by npm run openapi -- --write. */

export interface paths {
    "/appraisal/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/health/startup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_startup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Metrics_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/bulletins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bulletins, newest month first (Art. 21) */
        get: operations["Bulletin_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/bulletins/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The numbers of a bulletin, with its hash (Art. 21) */
        get: operations["Bulletin_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/bulletins/{month}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute the bulletin of a month from the facts, as a draft or as the correction of an issued one (Art. 21) */
        post: operations["Bulletin_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/bulletins/{month}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A bulletin as PDF, Word file, web page or workbook (Art. 21) */
        get: operations["Bulletin_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/bulletins/{month}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue the draft that was read, under its number and in the name of a person; it never changes again (Art. 21) */
        post: operations["Bulletin_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appraised periods, the newest first; units see those that are shown or frozen (Art. 22) */
        get: operations["Score_list"];
        put?: never;
        /** Open the appraisal of a month, quarter or year, or with a reason a correction of a frozen one (Art. 22) */
        post: operations["Period_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A period with its manual scores, exclusions, appeals and signatures; a unit sees what concerns it (Art. 22) */
        get: operations["Score_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appeals with their decisions, the oldest first; a unit sees its own (Art. 22) */
        get: operations["Score_appeals"];
        put?: never;
        /** A unit objects to an item or a counted ticket of its own while the figures are shown (Art. 22) */
        post: operations["Period_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/appeals/{appealId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uphold an appeal, by exclusion or a new manual score, or reject it; always with a reason (Art. 22) */
        post: operations["Period_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recompute a frozen period from what was counted and compare; list what events since then would count otherwise (Art. 22) */
        get: operations["Score_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the record says on the manual items: duty gaps, liaison changes, knowledge entries, silent assisting, follow-ups, accountability */
        get: operations["Score_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide with a reason that a ticket does not count for a unit (Art. 22) */
        post: operations["Period_exclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scores of a period as CSV or xlsx: places, points, both terms; no ticket and nobody’s identity (Art. 10, 22) */
        get: operations["Score_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/manual-scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Score manual items with evidence, all or none of the list; the newest score of an item counts (Art. 22) */
        post: operations["Period_score"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count from the facts and show the figures to the units; may be repeated until the first signature (Art. 22) */
        post: operations["Period_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ranking of townships and of departments, ties as ties, small samples apart (Art. 22) */
        get: operations["Score_ranking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/readmissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an exclusion back, with a reason (Art. 22) */
        post: operations["Period_readmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scores by unit with each item: weight, both terms, raw rate, points (Art. 22) */
        get: operations["Score_byUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/scores/{unit}/items/{item}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets behind a computed item of a unit, excluded ones marked (Art. 22, reading §5) */
        get: operations["Score_behind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/sending-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a signed period back into preview with a reason: the office to the county, or the county taking its signature back (Art. 22) */
        post: operations["Period_sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/signatures/county": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The county agency signs; with If-Match, only the revision it has seen (Art. 22) */
        post: operations["Period_signForCounty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/periods/{periodId}/signatures/office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The supervision office signs, which freezes the period under a hash (Art. 22) */
        post: operations["Period_signForOffice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rates of each unit in a period; a unit sees its own (Art. 22, reading §5) */
        get: operations["Rate_byUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/rates/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What numerator and denominator of each rate count (reading §5) */
        get: operations["Rate_definitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/rates/{rate}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets behind a rate, in ticket order (reading §5) */
        get: operations["Rate_behind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that are or were owed, newest duty first; a unit sees its own (Art. 21) */
        get: operations["Report_list"];
        put?: never;
        /** Oblige a unit to a research report on strong or sensitive matters (Art. 21) */
        post: operations["Report_raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report with what was submitted and decided (Art. 21) */
        get: operations["Report_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/reports/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a submitted report (Art. 21) */
        post: operations["Report_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/reports/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a submitted report back to be made better (Art. 21) */
        post: operations["Report_sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/reports/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a report: a unit its own, the county the special ones (Art. 21) */
        post: operations["Report_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/scoring/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rates of two periods side by side, with difference and trend; a unit sees its own (Art. 22) */
        get: operations["Scoring_comparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/scoring/dictionary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Data dictionary: columns of the tables, definitions with their articles, codes */
        get: operations["Scoring_dictionary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/scoring/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One table as CSV, xlsx or Parquet; no ticket and nobody’s identity (Art. 10, 22) */
        get: operations["Scoring_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/scoring/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ranking of townships and of departments by score or by one rate, ties as ties, small samples apart (Art. 22) */
        get: operations["Scoring_ranking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/scoring/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rates by unit, kind, category, channel, township and stretch of time, both terms always; a unit sees its own (Art. 22) */
        get: operations["Scoring_rates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/scoring/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every scheme that the platform ships, for what-if (Art. 22) */
        get: operations["Scoring_shippedSchemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/scoring/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scores by the computed items of the scheme, of any group and period; the appraised score of a period is at /periods (Art. 22) */
        get: operations["Scoring_scores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/scoring/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets behind numerator or denominator of a rate, or those that missed it, numbers only, in ticket order (reading §5, Art. 10) */
        get: operations["Scoring_tickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appraisal/v1/scoring/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Points and places of all units under another scheme beside those under the one in force; nothing is stored (Art. 22) */
        post: operations["Scoring_whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AppealBody: {
            /** @description 申诉的考核项编号 */
            item?: string;
            /**
             * Format: uuid
             * @description 申诉的工单
             */
            ticketId?: string;
            /** @description 申诉理由 */
            reason: string;
        };
        AppealDecisionBody: {
            /** @description 申诉是否成立 */
            upheld: boolean;
            /** @description 决定的理由 */
            reason: string;
            /** @description 得分，最多两位小数 */
            points?: number;
            /** @description 不再计入的工单；申诉整个计算项成立时必填 */
            ticketIds?: string[];
        };
        DraftBody: {
            /**
             * @description 单位排名依据的比率；不填按当月考核得分（已公示的），尚未公示则按满意率（第七条）
             * @enum {string}
             */
            rankBy?: "on-time-sign" | "on-time-contact" | "on-time-close" | "close" | "solved" | "satisfied" | "return" | "rework" | "extension";
            /** @description 更正已印发通报的理由 */
            reason?: string;
        };
        ExclusionBody: {
            /** @description 不计入哪个单位 */
            unit: string;
            /**
             * Format: uuid
             * @description 工单标识
             */
            ticketId: string;
            /**
             * @description 只在这一指标中不计；不填则所有指标都不计
             * @enum {string}
             */
            rate?: "on-time-sign" | "on-time-contact" | "on-time-close" | "close" | "solved" | "satisfied" | "return" | "rework" | "extension";
            /** @description 理由 */
            reason: string;
        };
        FieldProblem: {
            /** @description 以点分隔的字段路径 */
            field: string;
            code: string;
            message: string;
        };
        IssueBody: {
            /** @description 所核对的草稿的 hash */
            hash: string;
            /**
             * @description 签发人姓名
             * @example 王主任
             */
            issuer: string;
        };
        ManualScorePart: {
            /** @description 被考核单位 */
            unit: string;
            /**
             * @description 考核项编号
             * @example leader-in-charge
             */
            item: string;
            /** @description 得分，最多两位小数 */
            points: number;
            /** @description 评分依据 */
            evidence: string;
            /** @description 佐证材料的标识（工单、案件、知识条目等） */
            refs?: string[];
        };
        ManualScoresBody: {
            items: components["schemas"]["ManualScorePart"][];
        };
        OpenPeriodBody: {
            /**
             * @description 期间：月 2018-09、季 2018-Q3 或年 2018
             * @example 2018-09
             */
            period: string;
            /** @description 更正理由；该期间已定时必填，开启新的版本，原版本保留 */
            correction?: string;
        };
        Problem: {
            /** @description urn:hotline:problem:<code> */
            type: string;
            status: number;
            /** @description 稳定的英文代码 */
            code: string;
            title: string;
            detail: string;
            /** @description 怎么办 */
            advice: string;
            instance?: string;
            /** @description 多少秒后重试 */
            retryAfter?: number;
            traceId?: string;
            errors?: components["schemas"]["FieldProblem"][];
        };
        RaiseReportBody: {
            /** @description 须提交调研报告的单位 */
            unit: string;
            /** @enum {string} */
            cause: "strong" | "sensitive";
            /** @description 所涉工单 */
            ticketIds: string[];
        };
        ReportPageView: {
            items: components["schemas"]["ReportView"][];
            next: string | null;
        };
        ReportSentBackView: {
            reason: string;
            /** Format: date-time */
            at: string;
        };
        ReportSubmissionView: {
            text: string;
            documentNumber: string;
            /** Format: date-time */
            at: string;
        };
        ReportView: {
            /** Format: uuid */
            reportId: string;
            /** @enum {string} */
            kind: "research" | "special";
            /** @enum {string} */
            status: "due" | "submitted" | "accepted" | "sent-back" | "withdrawn";
            unit: string;
            /** @enum {string} */
            cause: "concentrated" | "strong" | "sensitive" | "repeatedly-dissatisfied";
            ticketIds: string[];
            topicId: string | null;
            /** Format: date-time */
            dutyAt: string;
            workingDays: number;
            /** Format: date */
            dueOn: string;
            /** @description 该年放假安排尚未公布，期限暂定 */
            provisional: boolean;
            overdue: boolean;
            submissions: components["schemas"]["ReportSubmissionView"][];
            sentBack: components["schemas"]["ReportSentBackView"][];
            /** Format: date-time */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description 自此时起，据以要求报告的情形已不存在
             */
            baselessSince: string | null;
            /**
             * Format: date-time
             * @description 所涉工单档案销毁、报告文字随之销毁的时间
             */
            disposedAt: string | null;
            /**
             * Format: date
             * @description 报告保管到这一天（含）；未了结的为空
             */
            retainUntil: string | null;
            version: number;
        };
        SendBackBody: {
            /** @description 退回理由 */
            reason: string;
        };
        SubmissionBody: {
            /** @description 报告正文 */
            text: string;
            /**
             * @description 文号
             * @example 元水发〔2018〕12号
             */
            documentNumber: string;
        };
        WhatIfBody: {
            /**
             * @description 期间：月 2018-09、季 2018-Q3 或年 2018；也可改用 from 和 to
             * @example 2018-Q3
             */
            period?: string;
            /**
             * Format: date
             * @description 期间首日；与 to 同用，不与 period 同用
             */
            from?: string;
            /**
             * Format: date
             * @description 期间末日（含）
             */
            to?: string;
            /** @description 只看这个单位 */
            unit?: string;
            /**
             * @description 只看这类单位
             * @enum {string}
             */
            kind?: "township" | "department";
            /**
             * @description 只看这类诉求（以最后一次确定的类别为准）
             * @enum {string}
             */
            category?: "consultation" | "suggestion" | "help" | "complaint" | "report";
            /**
             * @description 只看这个渠道
             * @enum {string}
             */
            channel?: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
            /**
             * @description 只看这个乡镇（行政区划代码，以最后一次更正为准）
             * @example 532328101
             */
            township?: string;
            /**
             * @description 随平台提供的方案，见 /scoring/schemes；与 document 只填一种
             * @example yunling-2024@1
             */
            scheme?: string;
            /** @description 考核方案，形式同政策包的 appraisal 一节；各项分值合计 100，满意率分值最大 */
            document?: {
                [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description 出错或被拒绝（RFC 9457 problem details） */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:hotline:problem:validation-failed",
                 *       "code": "validation-failed",
                 *       "status": 400,
                 *       "title": "请求内容未通过检查",
                 *       "detail": "一个或多个字段不符合要求，详见 errors。",
                 *       "advice": "请按 errors 中的说明逐项修改后重新提交。",
                 *       "errors": [
                 *         {
                 *           "field": "period",
                 *           "code": "not-a-period",
                 *           "message": "应为月、季或年，例如 2018-09、2018-Q3、2018"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Health_startup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Metrics_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Bulletin_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Bulletin_find: {
        parameters: {
            query?: {
                /** @description 版本；默认最新 */
                version?: number;
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Bulletin_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Bulletin_file: {
        parameters: {
            query?: {
                /** @description 版本；默认最新 */
                version?: number;
                /** @description 默认 pdf */
                format?: "pdf" | "docx" | "html" | "xlsx";
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "text/html; charset=utf-8": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Bulletin_issue: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Score_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                kind?: "month" | "quarter" | "year";
                status?: "open" | "preview" | "county-signed" | "frozen";
                /** @description 期间名称 */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Period_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPeriodBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Score_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Score_appeals: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 只看这个单位 */
                unit?: string;
            };
            header?: never;
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Period_appeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Period_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                periodId: string;
                appealId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealDecisionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Score_compare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Score_evidence: {
        parameters: {
            query?: {
                /** @description 只看这个单位 */
                unit?: string;
            };
            header?: never;
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Period_exclude: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExclusionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Score_export: {
        parameters: {
            query: {
                format: "csv" | "xlsx";
            };
            header?: never;
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Period_score: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManualScoresBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Period_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Score_ranking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Period_readmit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExclusionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Score_byUnit: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 只看这个单位 */
                unit?: string;
            };
            header?: never;
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Score_behind: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
            };
            header?: never;
            path: {
                periodId: string;
                unit: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Period_sendBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Period_signForCounty: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Period_signForOffice: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Rate_byUnit: {
        parameters: {
            query: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 期间首日 */
                from: string;
                /** @description 期间末日（含） */
                to: string;
                groupBy?: "unit";
                /** @description 只看这个单位 */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Rate_definitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Rate_behind: {
        parameters: {
            query: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 期间首日 */
                from: string;
                /** @description 期间末日（含） */
                to: string;
                unit?: string;
                /** @description 默认 denominator */
                part?: "numerator" | "denominator";
            };
            header?: never;
            path: {
                rate: "on-time-sign" | "on-time-contact" | "on-time-close" | "close" | "solved" | "satisfied" | "return" | "rework" | "extension";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Report_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                kind?: "research" | "special";
                status?: "due" | "submitted" | "accepted" | "sent-back" | "withdrawn";
                /** @description 单位编码；县级专题报告为 county */
                unit?: string;
                /** @description 只看已超期的（含超期报送的） */
                overdue?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportPageView"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Report_raise: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseReportBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Report_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Report_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Report_sendBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Report_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Scoring_comparison: {
        parameters: {
            query?: {
                /** @description 期间：月 2018-09、季 2018-Q3 或年 2018；也可改用 from 和 to */
                period?: string;
                /** @description 期间首日；与 to 同用，不与 period 同用 */
                from?: string;
                /** @description 期间末日（含） */
                to?: string;
                /** @description 只看这个单位 */
                unit?: string;
                /** @description 只看这类单位 */
                kind?: "township" | "department";
                /** @description 只看这类诉求（以最后一次确定的类别为准） */
                category?: "consultation" | "suggestion" | "help" | "complaint" | "report";
                /** @description 只看这个渠道 */
                channel?: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
                /** @description 只看这个乡镇（行政区划代码，以最后一次更正为准） */
                township?: string;
                /** @description 分组，逗号分隔，最多三项：unit kind category channel township，以及 month、quarter、year 之一（时间序列）；不填为合计 */
                groupBy?: string;
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 指标，逗号分隔；不填为全部：on-time-sign on-time-contact on-time-close close solved satisfied return rework extension */
                rate?: string;
                /** @description 对比期间：previous（上一期，默认）、year-before（上年同期）或期间名称；也可改用 baseFrom 和 baseTo */
                base?: string;
                /** @description 对比期间首日；与 baseTo 同用 */
                baseFrom?: string;
                /** @description 对比期间末日（含） */
                baseTo?: string;
            };
            header?: {
                /** @description 上次答复头中的 ETag；内容未变时答以 304 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    /** @description 答复内容的标记：所依据的事实有变化、答复随之不同时才改变 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "2018-09",
                     *         "from": "2018-09-01",
                     *         "to": "2018-09-30"
                     *       },
                     *       "groupBy": [
                     *         "unit"
                     *       ],
                     *       "filters": {
                     *         "category": "complaint"
                     *       },
                     *       "scheme": "yuanmou-2018@1",
                     *       "definitions": [
                     *         {
                     *           "rate": "satisfied",
                     *           "name": "满意率",
                     *           "definition": "期间内回访成功的办件中，群众评价为基本满意及以上的占比",
                     *           "article": "Art. 7, 19, 22",
                     *           "numerator": "基本满意及以上数",
                     *           "denominator": "回访成功数",
                     *           "lessIsBetter": false
                     *         }
                     *       ],
                     *       "base": {
                     *         "name": "2018-08",
                     *         "from": "2018-08-01",
                     *         "to": "2018-08-31"
                     *       },
                     *       "items": [
                     *         {
                     *           "from": "2018-09-01",
                     *           "to": "2018-09-30",
                     *           "unit": "YM-SWJ",
                     *           "unitName": "县水务局",
                     *           "rate": "satisfied",
                     *           "rateName": "满意率",
                     *           "now": {
                     *             "numerator": 9,
                     *             "denominator": 10,
                     *             "ratio": 0.9
                     *           },
                     *           "base": {
                     *             "numerator": 4,
                     *             "denominator": 5,
                     *             "ratio": 0.8
                     *           },
                     *           "difference": 0.1,
                     *           "trend": "better"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        period?: {
                            name?: string | null;
                            from?: string | null;
                            to?: string | null;
                        };
                        groupBy?: (string | null)[];
                        filters?: {
                            category?: string | null;
                        };
                        scheme?: string | null;
                        definitions?: {
                            rate?: string | null;
                            name?: string | null;
                            definition?: string | null;
                            article?: string | null;
                            numerator?: string | null;
                            denominator?: string | null;
                            lessIsBetter?: boolean | null;
                        }[];
                        base?: {
                            name?: string | null;
                            from?: string | null;
                            to?: string | null;
                        };
                        items?: {
                            from?: string | null;
                            to?: string | null;
                            unit?: string | null;
                            unitName?: string | null;
                            rate?: string | null;
                            rateName?: string | null;
                            now?: {
                                numerator?: number | null;
                                denominator?: number | null;
                                ratio?: number | null;
                            };
                            base?: {
                                numerator?: number | null;
                                denominator?: number | null;
                                ratio?: number | null;
                            };
                            difference?: number | null;
                            trend?: string | null;
                        }[];
                        next?: unknown;
                    };
                };
            };
            /** @description 与 If-None-Match 所示的答复相同；无正文 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Scoring_dictionary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tables": {
                     *         "rates": [
                     *           {
                     *             "name": "from",
                     *             "type": "date",
                     *             "nullable": false,
                     *             "meaning": "统计首日（东八区）"
                     *           }
                     *         ],
                     *         "scores": [
                     *           {
                     *             "name": "from",
                     *             "type": "date",
                     *             "nullable": false,
                     *             "meaning": "统计首日（东八区）"
                     *           }
                     *         ],
                     *         "items": [
                     *           {
                     *             "name": "from",
                     *             "type": "date",
                     *             "nullable": false,
                     *             "meaning": "统计首日（东八区）"
                     *           }
                     *         ]
                     *       },
                     *       "rates": [
                     *         {
                     *           "rate": "satisfied",
                     *           "name": "满意率",
                     *           "definition": "期间内回访成功的办件中，群众评价为基本满意及以上的占比",
                     *           "article": "Art. 7, 19, 22",
                     *           "numerator": "基本满意及以上数",
                     *           "denominator": "回访成功数",
                     *           "lessIsBetter": false
                     *         }
                     *       ],
                     *       "score": {
                     *         "definition": "按方案中由指标计算的各项得分之和折算为百分；人工评分项不在其内，没有分母的项不计，其分值分给同一方面的其他项",
                     *         "article": "Art. 22"
                     *       },
                     *       "codes": {
                     *         "kind": {
                     *           "township": "乡镇"
                     *         },
                     *         "category": {
                     *           "complaint": "投诉"
                     *         },
                     *         "channel": {
                     *           "phone": "电话"
                     *         },
                     *         "rate": {
                     *           "satisfied": "满意率"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        tables?: {
                            rates?: {
                                name?: string | null;
                                type?: string | null;
                                nullable?: boolean | null;
                                meaning?: string | null;
                            }[];
                            scores?: {
                                name?: string | null;
                                type?: string | null;
                                nullable?: boolean | null;
                                meaning?: string | null;
                            }[];
                            items?: {
                                name?: string | null;
                                type?: string | null;
                                nullable?: boolean | null;
                                meaning?: string | null;
                            }[];
                        };
                        rates?: {
                            rate?: string | null;
                            name?: string | null;
                            definition?: string | null;
                            article?: string | null;
                            numerator?: string | null;
                            denominator?: string | null;
                            lessIsBetter?: boolean | null;
                        }[];
                        score?: {
                            definition?: string | null;
                            article?: string | null;
                        };
                        codes?: {
                            kind?: {
                                township?: string | null;
                            };
                            category?: {
                                complaint?: string | null;
                            };
                            channel?: {
                                phone?: string | null;
                            };
                            rate?: {
                                satisfied?: string | null;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Scoring_export: {
        parameters: {
            query: {
                /** @description 期间：月 2018-09、季 2018-Q3 或年 2018；也可改用 from 和 to */
                period?: string;
                /** @description 期间首日；与 to 同用，不与 period 同用 */
                from?: string;
                /** @description 期间末日（含） */
                to?: string;
                /** @description 只看这个单位 */
                unit?: string;
                /** @description 只看这类单位 */
                kind?: "township" | "department";
                /** @description 只看这类诉求（以最后一次确定的类别为准） */
                category?: "consultation" | "suggestion" | "help" | "complaint" | "report";
                /** @description 只看这个渠道 */
                channel?: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
                /** @description 只看这个乡镇（行政区划代码，以最后一次更正为准） */
                township?: string;
                /** @description 分组，逗号分隔，最多三项：unit kind category channel township，以及 month、quarter、year 之一（时间序列）；不填为合计 */
                groupBy?: string;
                /** @description 导出哪张表 */
                table: "rates" | "scores" | "items";
                /** @description 文件格式 */
                format: "csv" | "xlsx" | "parquet";
            };
            header?: {
                /** @description 上次答复头中的 ETag；内容未变时答以 304 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 所导出的表 */
            200: {
                headers: {
                    /** @description 答复内容的标记：所依据的事实有变化、答复随之不同时才改变 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example from,to,time,unit,unitName,kind,category,channel,township,townshipName,scheme,rate,rateName,numerator,denominator,ratio
                     *     2018-09-01,2018-09-30,,YM-SWJ,县水务局,,,,,,yuanmou-2018@1,satisfied,满意率,9,10,0.9
                     */
                    "text/csv": string;
                    /** @example （xlsx 文件） */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example （parquet 文件） */
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description 与 If-None-Match 所示的答复相同；无正文 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Scoring_ranking: {
        parameters: {
            query?: {
                /** @description 期间：月 2018-09、季 2018-Q3 或年 2018；也可改用 from 和 to */
                period?: string;
                /** @description 期间首日；与 to 同用，不与 period 同用 */
                from?: string;
                /** @description 期间末日（含） */
                to?: string;
                /** @description 只看这个单位 */
                unit?: string;
                /** @description 只看这类单位 */
                kind?: "township" | "department";
                /** @description 只看这类诉求（以最后一次确定的类别为准） */
                category?: "consultation" | "suggestion" | "help" | "complaint" | "report";
                /** @description 只看这个渠道 */
                channel?: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
                /** @description 只看这个乡镇（行政区划代码，以最后一次更正为准） */
                township?: string;
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 排名依据，默认 score */
                by?: "score" | "on-time-sign" | "on-time-contact" | "on-time-close" | "close" | "solved" | "satisfied" | "return" | "rework" | "extension";
            };
            header?: {
                /** @description 上次答复头中的 ETag；内容未变时答以 304 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    /** @description 答复内容的标记：所依据的事实有变化、答复随之不同时才改变 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "2018-09",
                     *         "from": "2018-09-01",
                     *         "to": "2018-09-30"
                     *       },
                     *       "groupBy": [
                     *         "unit"
                     *       ],
                     *       "filters": {
                     *         "category": "complaint"
                     *       },
                     *       "scheme": "yuanmou-2018@1",
                     *       "definitions": [
                     *         {
                     *           "rate": "satisfied",
                     *           "name": "满意率",
                     *           "definition": "期间内回访成功的办件中，群众评价为基本满意及以上的占比",
                     *           "article": "Art. 7, 19, 22",
                     *           "numerator": "基本满意及以上数",
                     *           "denominator": "回访成功数",
                     *           "lessIsBetter": false
                     *         }
                     *       ],
                     *       "by": "score",
                     *       "score": {
                     *         "definition": "按方案中由指标计算的各项得分之和折算为百分；人工评分项不在其内，没有分母的项不计，其分值分给同一方面的其他项",
                     *         "article": "Art. 22"
                     *       },
                     *       "items": [
                     *         {
                     *           "kind": "department",
                     *           "place": 1,
                     *           "tied": false,
                     *           "apart": null,
                     *           "unit": "YM-SWJ",
                     *           "unitName": "县水务局",
                     *           "value": 88.91,
                     *           "numerator": null,
                     *           "denominator": null,
                     *           "tickets": 42
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        period?: {
                            name?: string | null;
                            from?: string | null;
                            to?: string | null;
                        };
                        groupBy?: (string | null)[];
                        filters?: {
                            category?: string | null;
                        };
                        scheme?: string | null;
                        definitions?: {
                            rate?: string | null;
                            name?: string | null;
                            definition?: string | null;
                            article?: string | null;
                            numerator?: string | null;
                            denominator?: string | null;
                            lessIsBetter?: boolean | null;
                        }[];
                        by?: string | null;
                        score?: {
                            definition?: string | null;
                            article?: string | null;
                        };
                        items?: {
                            kind?: string | null;
                            place?: number | null;
                            tied?: boolean | null;
                            apart?: unknown;
                            unit?: string | null;
                            unitName?: string | null;
                            value?: number | null;
                            numerator?: unknown;
                            denominator?: unknown;
                            tickets?: number | null;
                        }[];
                        next?: unknown;
                    };
                };
            };
            /** @description 与 If-None-Match 所示的答复相同；无正文 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Scoring_rates: {
        parameters: {
            query?: {
                /** @description 期间：月 2018-09、季 2018-Q3 或年 2018；也可改用 from 和 to */
                period?: string;
                /** @description 期间首日；与 to 同用，不与 period 同用 */
                from?: string;
                /** @description 期间末日（含） */
                to?: string;
                /** @description 只看这个单位 */
                unit?: string;
                /** @description 只看这类单位 */
                kind?: "township" | "department";
                /** @description 只看这类诉求（以最后一次确定的类别为准） */
                category?: "consultation" | "suggestion" | "help" | "complaint" | "report";
                /** @description 只看这个渠道 */
                channel?: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
                /** @description 只看这个乡镇（行政区划代码，以最后一次更正为准） */
                township?: string;
                /** @description 分组，逗号分隔，最多三项：unit kind category channel township，以及 month、quarter、year 之一（时间序列）；不填为合计 */
                groupBy?: string;
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 指标，逗号分隔；不填为全部：on-time-sign on-time-contact on-time-close close solved satisfied return rework extension */
                rate?: string;
            };
            header?: {
                /** @description 上次答复头中的 ETag；内容未变时答以 304 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    /** @description 答复内容的标记：所依据的事实有变化、答复随之不同时才改变 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "2018-09",
                     *         "from": "2018-09-01",
                     *         "to": "2018-09-30"
                     *       },
                     *       "groupBy": [
                     *         "unit"
                     *       ],
                     *       "filters": {
                     *         "category": "complaint"
                     *       },
                     *       "scheme": "yuanmou-2018@1",
                     *       "definitions": [
                     *         {
                     *           "rate": "satisfied",
                     *           "name": "满意率",
                     *           "definition": "期间内回访成功的办件中，群众评价为基本满意及以上的占比",
                     *           "article": "Art. 7, 19, 22",
                     *           "numerator": "基本满意及以上数",
                     *           "denominator": "回访成功数",
                     *           "lessIsBetter": false
                     *         }
                     *       ],
                     *       "items": [
                     *         {
                     *           "from": "2018-09-01",
                     *           "to": "2018-09-30",
                     *           "unit": "YM-SWJ",
                     *           "unitName": "县水务局",
                     *           "rate": "satisfied",
                     *           "rateName": "满意率",
                     *           "numerator": 9,
                     *           "denominator": 10,
                     *           "ratio": 0.9
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        period?: {
                            name?: string | null;
                            from?: string | null;
                            to?: string | null;
                        };
                        groupBy?: (string | null)[];
                        filters?: {
                            category?: string | null;
                        };
                        scheme?: string | null;
                        definitions?: {
                            rate?: string | null;
                            name?: string | null;
                            definition?: string | null;
                            article?: string | null;
                            numerator?: string | null;
                            denominator?: string | null;
                            lessIsBetter?: boolean | null;
                        }[];
                        items?: {
                            from?: string | null;
                            to?: string | null;
                            unit?: string | null;
                            unitName?: string | null;
                            rate?: string | null;
                            rateName?: string | null;
                            numerator?: number | null;
                            denominator?: number | null;
                            ratio?: number | null;
                        }[];
                        next?: unknown;
                    };
                };
            };
            /** @description 与 If-None-Match 所示的答复相同；无正文 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Scoring_shippedSchemes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "scheme": "yuanmou-2018@1",
                     *           "name": "元谋县12345政府热线运行管理办法（试行）",
                     *           "own": true,
                     *           "effectiveFrom": "2018-07-12",
                     *           "dimensions": {
                     *             "organisation": [
                     *               {
                     *                 "kind": "manual",
                     *                 "code": "leader-in-charge",
                     *                 "name": "主要负责人、分管领导履职",
                     *                 "weight": 8
                     *               }
                     *             ],
                     *             "staffing": [
                     *               {
                     *                 "kind": "manual",
                     *                 "code": "leader-in-charge",
                     *                 "name": "主要负责人、分管领导履职",
                     *                 "weight": 8
                     *               }
                     *             ],
                     *             "rules": [
                     *               {
                     *                 "kind": "manual",
                     *                 "code": "leader-in-charge",
                     *                 "name": "主要负责人、分管领导履职",
                     *                 "weight": 8
                     *               }
                     *             ],
                     *             "handling": [
                     *               {
                     *                 "kind": "rate",
                     *                 "code": "satisfied",
                     *                 "name": "满意率",
                     *                 "weight": 22,
                     *                 "rate": "satisfied",
                     *                 "floor": 0.5,
                     *                 "full": 0.95
                     *               }
                     *             ],
                     *             "results": [
                     *               {
                     *                 "kind": "rate",
                     *                 "code": "satisfied",
                     *                 "name": "满意率",
                     *                 "weight": 22,
                     *                 "rate": "satisfied",
                     *                 "floor": 0.5,
                     *                 "full": 0.95
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items?: {
                            scheme?: string | null;
                            name?: string | null;
                            own?: boolean | null;
                            effectiveFrom?: string | null;
                            dimensions?: {
                                organisation?: {
                                    kind?: string | null;
                                    code?: string | null;
                                    name?: string | null;
                                    weight?: number | null;
                                }[];
                                staffing?: {
                                    kind?: string | null;
                                    code?: string | null;
                                    name?: string | null;
                                    weight?: number | null;
                                }[];
                                rules?: {
                                    kind?: string | null;
                                    code?: string | null;
                                    name?: string | null;
                                    weight?: number | null;
                                }[];
                                handling?: {
                                    kind?: string | null;
                                    code?: string | null;
                                    name?: string | null;
                                    weight?: number | null;
                                    rate?: string | null;
                                    floor?: number | null;
                                    full?: number | null;
                                }[];
                                results?: {
                                    kind?: string | null;
                                    code?: string | null;
                                    name?: string | null;
                                    weight?: number | null;
                                    rate?: string | null;
                                    floor?: number | null;
                                    full?: number | null;
                                }[];
                            };
                        }[];
                        next?: unknown;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Scoring_scores: {
        parameters: {
            query?: {
                /** @description 期间：月 2018-09、季 2018-Q3 或年 2018；也可改用 from 和 to */
                period?: string;
                /** @description 期间首日；与 to 同用，不与 period 同用 */
                from?: string;
                /** @description 期间末日（含） */
                to?: string;
                /** @description 只看这个单位 */
                unit?: string;
                /** @description 只看这类单位 */
                kind?: "township" | "department";
                /** @description 只看这类诉求（以最后一次确定的类别为准） */
                category?: "consultation" | "suggestion" | "help" | "complaint" | "report";
                /** @description 只看这个渠道 */
                channel?: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
                /** @description 只看这个乡镇（行政区划代码，以最后一次更正为准） */
                township?: string;
                /** @description 分组，逗号分隔，最多三项：unit kind category channel township，以及 month、quarter、year 之一（时间序列）；不填为合计 */
                groupBy?: string;
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
            };
            header?: {
                /** @description 上次答复头中的 ETag；内容未变时答以 304 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    /** @description 答复内容的标记：所依据的事实有变化、答复随之不同时才改变 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "2018-09",
                     *         "from": "2018-09-01",
                     *         "to": "2018-09-30"
                     *       },
                     *       "groupBy": [
                     *         "unit"
                     *       ],
                     *       "filters": {
                     *         "category": "complaint"
                     *       },
                     *       "scheme": "yuanmou-2018@1",
                     *       "definitions": [
                     *         {
                     *           "rate": "satisfied",
                     *           "name": "满意率",
                     *           "definition": "期间内回访成功的办件中，群众评价为基本满意及以上的占比",
                     *           "article": "Art. 7, 19, 22",
                     *           "numerator": "基本满意及以上数",
                     *           "denominator": "回访成功数",
                     *           "lessIsBetter": false
                     *         }
                     *       ],
                     *       "score": {
                     *         "definition": "按方案中由指标计算的各项得分之和折算为百分；人工评分项不在其内，没有分母的项不计，其分值分给同一方面的其他项",
                     *         "article": "Art. 22"
                     *       },
                     *       "items": [
                     *         {
                     *           "from": "2018-09-01",
                     *           "to": "2018-09-30",
                     *           "unit": "YM-SWJ",
                     *           "unitName": "县水务局",
                     *           "tickets": 42,
                     *           "smallSample": false,
                     *           "points": 88.91,
                     *           "outOf": 22,
                     *           "items": [
                     *             {
                     *               "code": "satisfied",
                     *               "name": "满意率",
                     *               "dimension": "results",
                     *               "rate": "satisfied",
                     *               "weight": 22,
                     *               "effectiveWeight": 22,
                     *               "numerator": 9,
                     *               "denominator": 10,
                     *               "points": 19.56
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        period?: {
                            name?: string | null;
                            from?: string | null;
                            to?: string | null;
                        };
                        groupBy?: (string | null)[];
                        filters?: {
                            category?: string | null;
                        };
                        scheme?: string | null;
                        definitions?: {
                            rate?: string | null;
                            name?: string | null;
                            definition?: string | null;
                            article?: string | null;
                            numerator?: string | null;
                            denominator?: string | null;
                            lessIsBetter?: boolean | null;
                        }[];
                        score?: {
                            definition?: string | null;
                            article?: string | null;
                        };
                        items?: {
                            from?: string | null;
                            to?: string | null;
                            unit?: string | null;
                            unitName?: string | null;
                            tickets?: number | null;
                            smallSample?: boolean | null;
                            points?: number | null;
                            outOf?: number | null;
                            items?: {
                                code?: string | null;
                                name?: string | null;
                                dimension?: string | null;
                                rate?: string | null;
                                weight?: number | null;
                                effectiveWeight?: number | null;
                                numerator?: number | null;
                                denominator?: number | null;
                                points?: number | null;
                            }[];
                        }[];
                        next?: unknown;
                    };
                };
            };
            /** @description 与 If-None-Match 所示的答复相同；无正文 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Scoring_tickets: {
        parameters: {
            query: {
                /** @description 期间：月 2018-09、季 2018-Q3 或年 2018；也可改用 from 和 to */
                period?: string;
                /** @description 期间首日；与 to 同用，不与 period 同用 */
                from?: string;
                /** @description 期间末日（含） */
                to?: string;
                /** @description 只看这个单位 */
                unit?: string;
                /** @description 只看这类单位 */
                kind?: "township" | "department";
                /** @description 只看这类诉求（以最后一次确定的类别为准） */
                category?: "consultation" | "suggestion" | "help" | "complaint" | "report";
                /** @description 只看这个渠道 */
                channel?: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
                /** @description 只看这个乡镇（行政区划代码，以最后一次更正为准） */
                township?: string;
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 指标 */
                rate: "on-time-sign" | "on-time-contact" | "on-time-close" | "close" | "solved" | "satisfied" | "return" | "rework" | "extension";
                /** @description 默认 denominator */
                part?: "numerator" | "denominator" | "missed";
            };
            header?: {
                /** @description 上次答复头中的 ETag；内容未变时答以 304 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    /** @description 答复内容的标记：所依据的事实有变化、答复随之不同时才改变 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "2018-09",
                     *         "from": "2018-09-01",
                     *         "to": "2018-09-30"
                     *       },
                     *       "groupBy": [],
                     *       "filters": {
                     *         "unit": "YM-SWJ"
                     *       },
                     *       "scheme": "yuanmou-2018@1",
                     *       "definitions": [
                     *         {
                     *           "rate": "satisfied",
                     *           "name": "满意率",
                     *           "definition": "期间内回访成功的办件中，群众评价为基本满意及以上的占比",
                     *           "article": "Art. 7, 19, 22",
                     *           "numerator": "基本满意及以上数",
                     *           "denominator": "回访成功数",
                     *           "lessIsBetter": false
                     *         }
                     *       ],
                     *       "part": "denominator",
                     *       "items": [
                     *         {
                     *           "ticketId": "01920f5a-0000-7000-8000-000000000001",
                     *           "number": "YM20180910-000001",
                     *           "dispatchNo": 1,
                     *           "unit": "YM-SWJ",
                     *           "category": "complaint",
                     *           "channel": "phone",
                     *           "township": "532328101",
                     *           "counted": true
                     *         }
                     *       ],
                     *       "next": "WyIwMTkyMGY1YS0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiLDEsIllNLVNXSiJd"
                     *     }
                     */
                    "application/json": {
                        period?: {
                            name?: string | null;
                            from?: string | null;
                            to?: string | null;
                        };
                        groupBy?: unknown[];
                        filters?: {
                            unit?: string | null;
                        };
                        scheme?: string | null;
                        definitions?: {
                            rate?: string | null;
                            name?: string | null;
                            definition?: string | null;
                            article?: string | null;
                            numerator?: string | null;
                            denominator?: string | null;
                            lessIsBetter?: boolean | null;
                        }[];
                        part?: string | null;
                        items?: {
                            ticketId?: string | null;
                            number?: string | null;
                            dispatchNo?: number | null;
                            unit?: string | null;
                            category?: string | null;
                            channel?: string | null;
                            township?: string | null;
                            counted?: boolean | null;
                        }[];
                        next?: string | null;
                    };
                };
            };
            /** @description 与 If-None-Match 所示的答复相同；无正文 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    Scoring_whatIf: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfBody"];
            };
        };
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "2018-09",
                     *         "from": "2018-09-01",
                     *         "to": "2018-09-30"
                     *       },
                     *       "groupBy": [
                     *         "unit"
                     *       ],
                     *       "filters": {
                     *         "category": "complaint"
                     *       },
                     *       "scheme": "yuanmou-2018@1",
                     *       "definitions": [
                     *         {
                     *           "rate": "satisfied",
                     *           "name": "满意率",
                     *           "definition": "期间内回访成功的办件中，群众评价为基本满意及以上的占比",
                     *           "article": "Art. 7, 19, 22",
                     *           "numerator": "基本满意及以上数",
                     *           "denominator": "回访成功数",
                     *           "lessIsBetter": false
                     *         }
                     *       ],
                     *       "tried": {
                     *         "scheme": "yunling-2024@1",
                     *         "dimensions": {
                     *           "organisation": [
                     *             {
                     *               "kind": "manual",
                     *               "code": "leader-in-charge",
                     *               "name": "主要负责人、分管领导履职",
                     *               "weight": 8
                     *             }
                     *           ],
                     *           "staffing": [
                     *             {
                     *               "kind": "manual",
                     *               "code": "leader-in-charge",
                     *               "name": "主要负责人、分管领导履职",
                     *               "weight": 8
                     *             }
                     *           ],
                     *           "rules": [
                     *             {
                     *               "kind": "manual",
                     *               "code": "leader-in-charge",
                     *               "name": "主要负责人、分管领导履职",
                     *               "weight": 8
                     *             }
                     *           ],
                     *           "handling": [
                     *             {
                     *               "kind": "rate",
                     *               "code": "satisfied",
                     *               "name": "满意率",
                     *               "weight": 22,
                     *               "rate": "satisfied",
                     *               "floor": 0.5,
                     *               "full": 0.95
                     *             }
                     *           ],
                     *           "results": [
                     *             {
                     *               "kind": "rate",
                     *               "code": "satisfied",
                     *               "name": "满意率",
                     *               "weight": 22,
                     *               "rate": "satisfied",
                     *               "floor": 0.5,
                     *               "full": 0.95
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "items": [
                     *         {
                     *           "unit": "YM-SWJ",
                     *           "unitName": "县水务局",
                     *           "kind": "department",
                     *           "tickets": 42,
                     *           "smallSample": false,
                     *           "inForce": {
                     *             "points": 88.91,
                     *             "place": 2
                     *           },
                     *           "tried": {
                     *             "points": 90.5,
                     *             "place": 1
                     *           },
                     *           "pointsGained": 1.59,
                     *           "placesGained": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        period?: {
                            name?: string | null;
                            from?: string | null;
                            to?: string | null;
                        };
                        groupBy?: (string | null)[];
                        filters?: {
                            category?: string | null;
                        };
                        scheme?: string | null;
                        definitions?: {
                            rate?: string | null;
                            name?: string | null;
                            definition?: string | null;
                            article?: string | null;
                            numerator?: string | null;
                            denominator?: string | null;
                            lessIsBetter?: boolean | null;
                        }[];
                        tried?: {
                            scheme?: string | null;
                            dimensions?: {
                                organisation?: {
                                    kind?: string | null;
                                    code?: string | null;
                                    name?: string | null;
                                    weight?: number | null;
                                }[];
                                staffing?: {
                                    kind?: string | null;
                                    code?: string | null;
                                    name?: string | null;
                                    weight?: number | null;
                                }[];
                                rules?: {
                                    kind?: string | null;
                                    code?: string | null;
                                    name?: string | null;
                                    weight?: number | null;
                                }[];
                                handling?: {
                                    kind?: string | null;
                                    code?: string | null;
                                    name?: string | null;
                                    weight?: number | null;
                                    rate?: string | null;
                                    floor?: number | null;
                                    full?: number | null;
                                }[];
                                results?: {
                                    kind?: string | null;
                                    code?: string | null;
                                    name?: string | null;
                                    weight?: number | null;
                                    rate?: string | null;
                                    floor?: number | null;
                                    full?: number | null;
                                }[];
                            };
                        };
                        items?: {
                            unit?: string | null;
                            unitName?: string | null;
                            kind?: string | null;
                            tickets?: number | null;
                            smallSample?: boolean | null;
                            inForce?: {
                                points?: number | null;
                                place?: number | null;
                            };
                            tried?: {
                                points?: number | null;
                                place?: number | null;
                            };
                            pointsGained?: number | null;
                            placesGained?: number | null;
                        }[];
                        next?: unknown;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
}
