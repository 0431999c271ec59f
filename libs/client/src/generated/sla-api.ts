/** Written by npm run openapi -- --write. */

export interface paths {
    "/sla/health/live": {
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
    "/sla/health/ready": {
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
    "/sla/health/startup": {
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
    "/sla/metrics": {
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
    "/sla/v1/calendar-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts in the order of their last change */
        get: operations["Draft_list"];
        put?: never;
        /** Prepare a calendar year (reading §2.4) */
        post: operations["Draft_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/calendar-drafts/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prepare days on which the offices of the county are closed by a document, as the next record of the county layer (reading §2.3) */
        post: operations["Draft_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/calendar-drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draft with its last preview */
        get: operations["Draft_one"];
        /** Change a draft; its preview is void (reading §2.6) */
        put: operations["Draft_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/calendar-drafts/{draftId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a draft up */
        post: operations["Draft_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/calendar-drafts/{draftId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every running clock that the draft would move: ticket, old due, new due, direction; needed before it is published (reading §2.6) */
        post: operations["Draft_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/calendar-drafts/{draftId}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a draft as it was previewed, in the name of a person, and reschedule the running clocks (reading §2.6) */
        post: operations["Draft_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/calendar-horizon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far each yearly layer of the calendar is published; deadlines beyond are provisional (reading §2.5) */
        get: operations["Horizon_horizons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published calendar years with their notices, every version, in order of publication (reading §2.4) */
        get: operations["Calendar_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/calendars/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Running clocks that publishing a year would move: ticket, old due, new due (reading §2.6) */
        post: operations["Calendar_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clocks with one verdict, by default the running ones, in order of deadline (reading §3) */
        get: operations["Clock_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/clocks/{clockId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One clock with its deadline explained day by day (reading §2.7) */
        get: operations["Clock_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deadline of a number of working days after a moment, with every day explained (reading §2) */
        get: operations["Deadline_deadline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Extensions in the order in which they were asked for (Art. 17) */
        get: operations["Extension_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/extensions/{extensionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One extension with its decision (Art. 17) */
        get: operations["Extension_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/extensions/{extensionId}/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The county agrees and forwards the request to the prefecture (Art. 17(1)) */
        post: operations["Extension_forward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/extensions/{extensionId}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant the days, which are added to the original due date (Art. 17) */
        post: operations["Extension_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/extensions/{extensionId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse; final for the round (Art. 17) */
        post: operations["Extension_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All policy packs of the county, old versions included, and which one is in force (Art. 25, 26) */
        get: operations["Policy_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/policy/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every reading chosen where the regulation is silent, with article, reason and value, for the county to sign or change (Art. 25) */
        get: operations["Policy_readings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/statutory-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Limits of law in the order in which they were set (Art. 17(3)) */
        get: operations["StatutoryLimit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/statutory-limits/{limitId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a limit of law back, until the answer is given (Art. 17(3)) */
        post: operations["StatutoryLimit_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/tickets/{ticketId}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All clocks of a ticket in order of their start, each explained (reading §2.7, §3) */
        get: operations["Clock_ofTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/tickets/{ticketId}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The lead unit asks for more time before its deadline (Art. 17(1)–(3)) */
        post: operations["Extension_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla/v1/tickets/{ticketId}/statutory-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a limit of law in place of base and cap, with legal basis and approver (Art. 17(3)) */
        post: operations["StatutoryLimit_set"];
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
        AskExtensionBody: {
            /**
             * @description 申请延长的工作日数，不得超过该类别的上限
             * @example 3
             */
            workingDays: number;
            /**
             * @description 申请延期的理由
             * @example 需会同水务部门现场勘察，勘察安排在下周二。
             */
            reason: string;
        };
        CalendarDayBody: {
            /**
             * Format: date
             * @example 2027-10-01
             */
            date: string;
            /** @example 国庆节 */
            reason: string;
        };
        CalendarYearBody: {
            /** @enum {string} */
            layer: "national" | "prefecture" | "county";
            /** @example 2027 */
            year: number;
            /** @description 该层级该年度的第几版；须为现有版本加一 */
            version: number;
            /**
             * @description 依据文件：标题、文号、网址
             * @example 《国务院办公厅关于2027年部分节假日安排的通知》
             */
            source: string;
            /**
             * @description 发布机关
             * @example 国务院办公厅
             */
            publishedBy: string;
            /**
             * Format: date-time
             * @description 发布时间
             */
            publishedAt: string;
            /** @description 放假日 */
            daysOff?: components["schemas"]["CalendarDayBody"][];
            /** @description 调休上班日 */
            daysWorked?: components["schemas"]["CalendarDayBody"][];
        };
        ClockExplanationView: {
            /** @description 可以念出来的一句话 */
            sentence: string;
            rule: string;
            article: string;
            startEvent: string;
            /** @example 8个工作日（规定5个工作日，同意延期3个工作日） */
            limit: string;
            limitParts: components["schemas"]["LimitPartView"][];
            counted: components["schemas"]["ExplainedDayView"][];
            skipped: components["schemas"]["ExplainedDayView"][];
            /** @description 工作日历版本 */
            calendar: string;
            /** @description 政策包版本 */
            policy: string;
        };
        ClockPageView: {
            items: components["schemas"]["ClockView"][];
            next: string | null;
        };
        ClockView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            ticketId: string;
            /**
             * @description 工单编号；尚未收到登记事件时为空
             * @example YM20181103-000123
             */
            number: string | null;
            /** @enum {string} */
            kind: "county-dispatch" | "unit-sign" | "first-contact" | "resolve" | "assist" | "return-window" | "return-review" | "extension-review" | "paper-filing" | "emergency-report" | "supervision";
            /** @description 责任方：单位编码、county 或 prefecture */
            unit: string;
            /** @description 第几次派单；0 表示不属于任何一次派单 */
            dispatchNo: number;
            /** @description 第几轮办理 */
            round: number;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date
             * @description 截止日期（北京时间），当日24时前
             */
            dueOn: string;
            /**
             * Format: date-time
             * @description 截止时刻（不含）
             */
            dueAt: string;
            /** @description 期限为暂定 */
            provisional: boolean;
            /**
             * Format: date
             * @description 州级要求办结日期；仅办理反馈时限有
             */
            prefectureDueOn: string | null;
            /** @description 州级要求办结日期早于本时限的截止日期 */
            earlier: boolean;
            /** Format: date-time */
            stoppedAt: string | null;
            /** @enum {string} */
            verdict: "on-time" | "late" | "running" | "void";
            /** @description 延期申请尚未决定，到期后暂不判定 */
            verdictWaits: boolean;
            workingDaysUsed: number | null;
            workingDaysLate: number | null;
            /**
             * Format: date-time
             * @description 已错过的截止时刻
             */
            overdueAt: string | null;
            /** @description 已发出的预警：half、prefecture-date、last-day */
            warned: string[];
            /** @description 截止日期最近一次变动的原因 */
            movedBy: string | null;
            /** @example Art. 17(1) */
            article: string;
            policy: string;
            calendar: string;
            version: number;
        };
        ClosureBody: {
            /**
             * @description 文件标题
             * @example 关于县城停水期间停止办公的通知
             */
            title: string;
            /**
             * @description 文号
             * @example 元政办发〔2026〕31号
             */
            documentNo: string;
            /**
             * @description 发布机关
             * @example 元谋县人民政府办公室
             */
            publishedBy: string;
            /**
             * Format: date-time
             * @description 发布时间
             */
            publishedAt: string;
            /** @description 县内停止办公的日期，须为同一年度 */
            days: components["schemas"]["CalendarDayBody"][];
        };
        DeadlineExplanationView: {
            /** @description 可以念出来的一句话 */
            sentence: string;
            counted: components["schemas"]["ExplainedDayView"][];
            skipped: components["schemas"]["ExplainedDayView"][];
            /** @description 所依据的工作日历版本 */
            calendar: string;
        };
        DeadlineView: {
            /**
             * @description 截止日期（北京时间），当日24时前
             * @example 2018-09-29
             */
            dueOn: string;
            /**
             * @description 截止时刻（不含）
             * @example 2018-09-29T16:00:00.000Z
             */
            dueAt: string;
            /** @description 所涉年度的放假安排尚未公布，期限为暂定 */
            provisional: boolean;
            explanation: components["schemas"]["DeadlineExplanationView"];
        };
        DraftBody: {
            record: components["schemas"]["CalendarYearBody"];
            /** @description 明确允许已告知的截止日期提前；默认不允许 */
            allowEarlier?: boolean;
            /** @description 允许提前的理由；allowEarlier 为 true 时必填 */
            reason?: string;
        };
        DraftView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "draft" | "published" | "discarded";
            record: components["schemas"]["CalendarYearBody"];
            allowEarlier: boolean;
            reason: string | null;
            /** @description 最近一次预览的依据和结果 */
            preview: Record<string, never> | null;
            /** @description 可以发布：预览之后草稿和日历都没有改动 */
            previewed: boolean;
            /** @description 发布后的日历修订号 */
            revision: number | null;
            /** @description 发布人 */
            publisher: string | null;
            createdBy: string;
            /** Format: date-time */
            changedAt: string;
            version: number;
        };
        ExplainedClockPageView: {
            items: components["schemas"]["ExplainedClockView"][];
            next: string | null;
        };
        ExplainedClockView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            ticketId: string;
            /**
             * @description 工单编号；尚未收到登记事件时为空
             * @example YM20181103-000123
             */
            number: string | null;
            /** @enum {string} */
            kind: "county-dispatch" | "unit-sign" | "first-contact" | "resolve" | "assist" | "return-window" | "return-review" | "extension-review" | "paper-filing" | "emergency-report" | "supervision";
            /** @description 责任方：单位编码、county 或 prefecture */
            unit: string;
            /** @description 第几次派单；0 表示不属于任何一次派单 */
            dispatchNo: number;
            /** @description 第几轮办理 */
            round: number;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date
             * @description 截止日期（北京时间），当日24时前
             */
            dueOn: string;
            /**
             * Format: date-time
             * @description 截止时刻（不含）
             */
            dueAt: string;
            /** @description 期限为暂定 */
            provisional: boolean;
            /**
             * Format: date
             * @description 州级要求办结日期；仅办理反馈时限有
             */
            prefectureDueOn: string | null;
            /** @description 州级要求办结日期早于本时限的截止日期 */
            earlier: boolean;
            /** Format: date-time */
            stoppedAt: string | null;
            /** @enum {string} */
            verdict: "on-time" | "late" | "running" | "void";
            /** @description 延期申请尚未决定，到期后暂不判定 */
            verdictWaits: boolean;
            workingDaysUsed: number | null;
            workingDaysLate: number | null;
            /**
             * Format: date-time
             * @description 已错过的截止时刻
             */
            overdueAt: string | null;
            /** @description 已发出的预警：half、prefecture-date、last-day */
            warned: string[];
            /** @description 截止日期最近一次变动的原因 */
            movedBy: string | null;
            /** @example Art. 17(1) */
            article: string;
            policy: string;
            calendar: string;
            version: number;
            explanation: components["schemas"]["ClockExplanationView"];
        };
        ExplainedDayView: {
            /** @example 2018-09-24 */
            date: string;
            /** @enum {string} */
            role: "day-zero" | "counted" | "skipped";
            /** @description 第几个工作日 */
            ordinal?: number;
            /** @description 决定这一天的日历层级：weekday、national、prefecture、county */
            layer: string;
            /** @example 中秋节 */
            reason: string;
        };
        ExtensionPageView: {
            items: components["schemas"]["ListedExtensionView"][];
            next: string | null;
        };
        FieldProblem: {
            /** @description 以点分隔的字段路径 */
            field: string;
            code: string;
            message: string;
        };
        HorizonPageView: {
            items: components["schemas"]["HorizonView"][];
            next: string | null;
        };
        HorizonView: {
            /** @description national 或 prefecture */
            layer: string;
            /** @description 已连续公布到的最后年度 */
            lastYear: number;
            /** Format: date */
            lastDay: string;
            /** @description 距最后公布日的日数；已过为 0 */
            daysLeft: number;
            /** @description 已到告警的时候，应尽快发布下一年度 */
            near: boolean;
            /**
             * Format: date-time
             * @description 告警时间
             */
            noticedAt: string | null;
        };
        LimitPartView: {
            /** @description policy、statutory、before-resolve、ordered、extension、return-review-credit 或 extension-review-credit */
            source: string;
            workingDays: number;
            /** @description 同意延期的工作日数；超过工单现类别上限而未全部计入时给出 */
            granted?: number;
            /** @description 依据的延期申请、退回单位或法定时限 */
            ref?: string;
            /** @description 法定时限（第十七条第（三）项） */
            statutory?: components["schemas"]["StatutoryTermsView"];
        };
        ListedExtensionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            ticketId: string;
            dispatchNo: number;
            round: number;
            /** @description 申请单位编码 */
            unit: string;
            /** @enum {string} */
            status: "asked" | "forwarded" | "granted" | "refused";
            /** @description 申请延长的工作日数 */
            workingDays: number;
            reason: string;
            /** @description 须州级审核：申请或上报时的情形；类别变更后按审核时的类别判断 */
            prefectureReviews: boolean;
            /** Format: date-time */
            askedAt: string;
            /**
             * Format: date-time
             * @description 申请时的截止时刻（不含）
             */
            originalDueAt: string;
            /** Format: date-time */
            forwardedAt: string | null;
            /** @description county 或 prefecture */
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            refusalReason: string | null;
            version: number;
            /**
             * @description 工单编号；尚未收到登记事件时为空
             * @example YM20181103-000123
             */
            number: string | null;
        };
        ListedLimitView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            ticketId: string;
            dispatchNo: number;
            /** @enum {string} */
            status: "set" | "revoked";
            /** @description 法律、法规依据 */
            legalBasis: string;
            amount: number;
            /** @enum {string} */
            unit: "working-days" | "calendar-days" | "hours";
            /** @description 批准人 */
            approver: string;
            /** Format: date-time */
            setAt: string;
            /** Format: date-time */
            revokedAt: string | null;
            /** @description 撤销的理由 */
            reason: string | null;
            version: number;
            /**
             * @description 工单编号；尚未收到登记事件时为空
             * @example YM20181103-000123
             */
            number: string | null;
        };
        PolicyPackView: {
            /** @example yuanmou-2018@1 */
            ref: string;
            id: string;
            version: number;
            name: string;
            /** Format: date */
            effectiveFrom: string;
            /** Format: date */
            effectiveTo: string | null;
            /** @description 在所问日期生效 */
            inForce: boolean;
            /** @description 政策包全文：期限、上限、比例、权重 */
            pack: Record<string, never>;
        };
        PolicyReadingView: {
            /** @description 在政策包中的位置；为空的是平台规则 */
            path: string | null;
            article: string;
            /** @description 解释 */
            reading: string;
            /** @description 理由 */
            reason: string;
            /** @description 现行的值 */
            value: Record<string, never> | null;
        };
        PolicyReadingsView: {
            /** @description 所据的政策包 */
            pack: string;
            items: components["schemas"]["PolicyReadingView"][];
            next: string | null;
        };
        PolicyView: {
            /** @description 县级行政区划代码 */
            county: string;
            /** Format: date */
            date: string;
            /** @description 在该日期生效的政策包 */
            inForce: string;
            /** @description 全部政策包，旧版一并保留 */
            items: components["schemas"]["PolicyPackView"][];
            next: string | null;
        };
        PreviewBody: {
            record: components["schemas"]["CalendarYearBody"];
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
        PublishDraftBody: {
            /**
             * @description 发布人（职务、姓名）
             * @example 县热线办主任张某某
             */
            publisher: string;
        };
        RefuseExtensionBody: {
            /**
             * @description 不同意的理由
             * @example 所述理由不影响按期办结。
             */
            reason: string;
        };
        RevokeStatutoryLimitBody: {
            /**
             * @description 撤销的理由
             * @example 引用条款有误，应按一般投诉办理。
             */
            reason: string;
        };
        SetStatutoryLimitBody: {
            /**
             * @description 法律、法规依据：名称、条款
             * @example 《中华人民共和国环境保护法》第五十七条
             */
            legalBasis: string;
            /**
             * @description 时限数量；最多 750 个工作日、1095 日或 26280 小时
             * @example 60
             */
            amount: number;
            /**
             * @description 时限单位
             * @enum {string}
             */
            unit: "working-days" | "calendar-days" | "hours";
            /**
             * @description 批准人（职务、姓名）
             * @example 分管副县长李某某
             */
            approver: string;
        };
        StatutoryLimitPageView: {
            items: components["schemas"]["ListedLimitView"][];
            next: string | null;
        };
        StatutoryTermsView: {
            /** @description 法律、法规依据 */
            legalBasis: string;
            amount: number;
            /** @description working-days、calendar-days 或 hours */
            unit: string;
            /** @description 批准人 */
            approver: string;
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
    Draft_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                status?: "draft" | "published" | "discarded";
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
    Draft_create: {
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
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
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
    Draft_close: {
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
                "application/json": components["schemas"]["ClosureBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
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
    Draft_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
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
                    "application/json": components["schemas"]["DraftView"];
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
    Draft_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
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
    Draft_discard: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                draftId: string;
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
                    "application/json": components["schemas"]["DraftView"];
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
    Draft_preview: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
            };
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                draftId: string;
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
    Draft_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishDraftBody"];
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
    Horizon_horizons: {
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
                content: {
                    "application/json": components["schemas"]["HorizonPageView"];
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
    Calendar_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                layer?: "national" | "prefecture" | "county";
                year?: number;
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
    Calendar_preview: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
            };
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBody"];
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
    Clock_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 判定，默认 running */
                verdict?: "on-time" | "late" | "running" | "void";
                /** @description 责任单位；县级为 county，州级为 prefecture */
                unit?: string;
                kind?: "county-dispatch" | "unit-sign" | "first-contact" | "resolve" | "assist" | "return-window" | "return-review" | "extension-review" | "paper-filing" | "emergency-report" | "supervision";
                ticketId?: string;
                /** @description 是否已超过截止时刻 */
                overdue?: boolean;
                /** @description 期限是否为暂定 */
                provisional?: boolean;
                /** @description 截止日期不早于 */
                dueFrom?: string;
                /** @description 截止日期不晚于 */
                dueTo?: string;
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
                    "application/json": components["schemas"]["ClockPageView"];
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
    Clock_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clockId: string;
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
                    "application/json": components["schemas"]["ExplainedClockView"];
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
    Deadline_deadline: {
        parameters: {
            query: {
                /** @description 起算事件的时间；当日不计 */
                start: string;
                /** @description 工作日数 */
                workingDays: number;
                /** @description 以逗号分隔的日历层级，默认全部：national,prefecture,county */
                layers?: ("national" | "prefecture" | "county")[];
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
                    "application/json": components["schemas"]["DeadlineView"];
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
    Extension_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                status?: "asked" | "forwarded" | "granted" | "refused";
                /** @description 申请单位 */
                unit?: string;
                ticketId?: string;
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
                    "application/json": components["schemas"]["ExtensionPageView"];
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
    Extension_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extensionId: string;
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
                    "application/json": components["schemas"]["ListedExtensionView"];
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
    Extension_forward: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                extensionId: string;
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
    Extension_grant: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                extensionId: string;
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
    Extension_refuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                extensionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseExtensionBody"];
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
    Policy_all: {
        parameters: {
            query?: {
                /** @description 哪一天生效的；默认今日 */
                date?: string;
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
                    "application/json": components["schemas"]["PolicyView"];
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
    Policy_readings: {
        parameters: {
            query?: {
                /** @description 政策包，例如 yuanmou-2018@1；默认为今日生效的 */
                pack?: string;
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
                    "application/json": components["schemas"]["PolicyReadingsView"];
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
    StatutoryLimit_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                status?: "set" | "revoked";
                ticketId?: string;
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
                    "application/json": components["schemas"]["StatutoryLimitPageView"];
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
    StatutoryLimit_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                limitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeStatutoryLimitBody"];
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
    Clock_ofTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketId: string;
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
                    "application/json": components["schemas"]["ExplainedClockPageView"];
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
    Extension_ask: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskExtensionBody"];
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
    StatutoryLimit_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetStatutoryLimitBody"];
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
}
