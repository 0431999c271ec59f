/** Written by npm run openapi -- --write. */

export interface paths {
    "/routing/health/live": {
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
    "/routing/health/ready": {
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
    "/routing/health/startup": {
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
    "/routing/metrics": {
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
    "/routing/v1/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List authorisations of deputies, newest first; a unit sees its own (Art. 18) */
        get: operations["Authorisation_list"];
        put?: never;
        /** Put on record, as principal leader, that a deputy may approve for a time (Art. 18) */
        post: operations["Authorisation_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/authorisations/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an authorisation back from now on (Art. 18) */
        post: operations["Authorisation_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/duty-rosters/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days without a duty officer, of every unit in service and the county or of those that keep a roster, as the policy says; a unit sees its own (Art. 3, 16, 17) */
        get: operations["Duty_gaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/duty-rosters/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roster of a unit, or of `county`, with its gaps (Art. 16, 17) */
        get: operations["Duty_roster"];
        /** Enter days of a roster; days that are there are replaced (Art. 16, 17) */
        put: operations["Duty_enter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/liaison-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reported changes of liaison, newest first; a unit sees its own (Art. 23(5)) */
        get: operations["Liaison_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/paper-register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the county's register of paper files in the order of its numbers; a unit sees its own files (Art. 18) */
        get: operations["Register_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/paper-register/awaiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the files whose paper is still to come, the longest waiting first (Art. 18) */
        get: operations["Register_awaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the seals that units used, newest first; a unit sees its own (Art. 18) */
        get: operations["Register_seals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tickets in handling, newest acceptance first; a unit sees its own (Art. 14) */
        get: operations["Case_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count what waits for somebody, task by task; a unit counts its own (Art. 14-18) */
        get: operations["Case_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the handling of a ticket with every step (Art. 14-18) */
        get: operations["Case_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve and seal the result, in person or as authorised deputy; that is the feedback (Art. 18) */
        post: operations["UnitSteps_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/assisting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a further assisting unit into the running dispatch, which is joint from then on (Art. 15(2)) */
        post: operations["CountySteps_addAssisting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a try to speak to the petitioner (Art. 17) */
        post: operations["UnitSteps_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dispatch a ticket to a unit, or to a lead and assisting units (Art. 15) */
        post: operations["CountySteps_dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/dispatches/{no}/slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dispatch slip (交办单) of one dispatch, without words and identity (Art. 10, 15, 17) */
        get: operations["Slip_slip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/instruction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the principal leader's written instruction on how the matter is to be handled (Art. 6) */
        post: operations["UnitSteps_instruct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a ticket as key, difficult or hot, or take marks away; while marked, feedback needs the principal leader's written instruction (Art. 6) */
        post: operations["CountySteps_mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/on-site-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declare an on-site check, which lengthens the return window (Art. 17(return)) */
        post: operations["UnitSteps_declareOnSiteCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the opinion of an assisting unit (Art. 15(2)) */
        post: operations["UnitSteps_giveOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register the paper file under the next number of the county's register, which closes the round (Art. 18) */
        post: operations["CountySteps_registerPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a running dispatch back for a reason, to send the ticket elsewhere; possible while no result is entered, no unit is blamed and it is no return (Art. 14-16) */
        post: operations["CountySteps_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the result of the lead unit (Art. 9, 15(2)) */
        post: operations["UnitSteps_enterResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to return a ticket that is not the unit's (Art. 17(return)) */
        post: operations["UnitSteps_askReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/return/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide on a unit's return (Art. 17(return)) */
        post: operations["CountySteps_decideReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what became of conditions that were not ready, as lead unit or as county (Art. 9) */
        post: operations["CountySteps_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the result back to be handled further (Art. 18) */
        post: operations["UnitSteps_sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take receipt of a dispatched ticket (Art. 14, 17) */
        post: operations["UnitSteps_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/supplements/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the unit has read what the petitioner added, which clears supplementedAt for it (Art. 2) */
        post: operations["Supplement_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/upstream-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the prefecture to take a transferred ticket back (Art. 17(return)) */
        post: operations["CountySteps_applyUpstream"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/tickets/{id}/upstream-return/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide, as the prefecture, whether to take a ticket back (Art. 17(return)) */
        post: operations["CountySteps_decideUpstream"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/unit-directory/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole unit directory as CSV or xlsx, as the import takes it (Art. 3) */
        get: operations["UnitExchange_export"];
        put?: never;
        /** Record all units of a sheet, or none when a row is wrong; units that are not in it stay as they are (Art. 3) */
        post: operations["UnitExchange_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the handling units in the order of their codes (Art. 3) */
        get: operations["Unit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a handling unit with every state it was recorded in (Art. 3) */
        get: operations["Unit_find"];
        /** Record a handling unit as a whole, new or changed (Art. 3) */
        put: operations["Unit_record"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing/v1/units/{code}/liaison-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report that a unit has another liaison since a day; late reports are told (Art. 3, 23(5)) */
        post: operations["Liaison_report"];
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
        ApprovalBody: {
            /**
             * @description 加盖印章的编号
             * @example 元水印2018-031
             */
            sealNumber: string;
            /** @description 由副职审批时的授权记录 */
            deputy?: components["schemas"]["DeputyBody"];
        };
        ApprovalView: {
            approver: string;
            /** @description 副职审批所依据的授权文号 */
            authorisation: string | null;
            /** @description 授权记录编号；此前的审批没有 */
            authorisationId: string | null;
            sealNumber: string;
            /** Format: date-time */
            at: string;
        };
        AssistingBody: {
            /**
             * @description 加入的协办单位
             * @example 532328101
             */
            unit: string;
        };
        AuthorisationPageView: {
            items: components["schemas"]["AuthorisationView"][];
            next: string | null;
        };
        AuthorisationView: {
            /** Format: uuid */
            id: string;
            unit: string;
            /**
             * @description 被授权副职的登录账号
             * @example deputy-YM-SWJ
             */
            deputy: string;
            documentNumber: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description 授权人的登录账号 */
            grantedBy: string;
            /** Format: date-time */
            grantedAt: string;
            /** @description 撤销人的登录账号 */
            revokedBy: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            appointed: boolean;
        };
        AwaitingPaperPageView: {
            items: components["schemas"]["AwaitingPaperView"][];
            next: string | null;
        };
        AwaitingPaperView: {
            /** Format: uuid */
            ticketId: string;
            /** @description 工单编号；登记事件尚未送达时为空 */
            number: string | null;
            dispatchNo: number;
            /** @description 主办单位 */
            unit: string;
            /**
             * Format: date-time
             * @description 反馈时间
             */
            feedbackAt: string;
            /** @description 反馈后已过的工作日 */
            waitingWorkingDays: number;
        };
        CaseCountsView: {
            /** @description 每种待办的工单数，没有的为 0 */
            tasks: components["schemas"]["TaskCountView"][];
            /** @description “条件暂不具备”复核日期已到的工单数 */
            reviewDue: number;
        };
        CaseDetailView: {
            /** Format: uuid */
            ticketId: string;
            /** @enum {string} */
            status: "awaiting-dispatch" | "dispatched" | "result-entered" | "feedback-given" | "closed" | "upstream-return-asked" | "returned-upstream" | "answered" | "declined";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            /** @enum {string} */
            petitionerKind: "individual" | "enterprise" | "deputy";
            prefectureTransfer: boolean;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            acceptedAt: string;
            round: number;
            acceptedReturns: number;
            /** @description 历次获准的退回，最早在前 */
            returns: components["schemas"]["ReturnOnTheWayView"][];
            marks: ("key" | "difficult" | "hot")[];
            /**
             * Format: date-time
             * @description 县级直接答复的时间
             */
            answeredAt: string | null;
            /**
             * Format: date-time
             * @description 县级受理后又决定不予受理的时间
             */
            declinedAt: string | null;
            /** @description 自首次收到起经过的分钟数，退回、重办均不重新计算；办结、答复、不予受理或退回州级后不再增加 */
            elapsedMinutes: number;
            /**
             * Format: date-time
             * @description 办结、答复、不予受理或退回州级的时间
             */
            endedAt: string | null;
            /**
             * Format: date
             * @description “条件暂不具备”的下次复核日期
             */
            reviewDate: string | null;
            /**
             * Format: date-time
             * @description 档案销毁的时间
             */
            disposedAt: string | null;
            dispatch: components["schemas"]["DispatchView"] | null;
            /** @description 已结束的派单，最早在前 */
            past: components["schemas"]["DispatchView"][];
            upstreamReturns: components["schemas"]["UpstreamReturnView"][];
            /** @description 历史导入中断的原因代码 */
            historyRefusal: string | null;
            version: number;
            /**
             * Format: date-time
             * @description 签收后诉求人又有补充、尚未确认阅读的，为最近一次补充的时间；单位看本单位的，其他人看主办单位的
             */
            supplementedAt: string | null;
            /** @description 全部步骤，最早在前 */
            steps: components["schemas"]["StepView"][];
        };
        CasePageView: {
            items: components["schemas"]["CaseSummaryView"][];
            next: string | null;
        };
        CaseSummaryView: {
            /** Format: uuid */
            ticketId: string;
            /** @description 工单编号；登记事件尚未送达时为空 */
            number: string | null;
            /** @enum {string} */
            status: "awaiting-dispatch" | "dispatched" | "result-entered" | "feedback-given" | "closed" | "upstream-return-asked" | "returned-upstream" | "answered" | "declined";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            /** Format: date-time */
            acceptedAt: string;
            round: number;
            dispatchNo: number;
            lead: string | null;
            assisting: string[];
            supervised: boolean;
            marks: ("key" | "difficult" | "hot")[];
            acceptedReturns: number;
            /** Format: date */
            reviewDate: string | null;
            /**
             * Format: date-time
             * @description 签收后诉求人又有补充、尚未确认阅读的，为最近一次补充的时间；单位看本单位的，其他人看主办单位的
             */
            supplementedAt: string | null;
            historyRefusal: string | null;
            version: number;
        };
        ContactBody: {
            /** @enum {string} */
            way: "phone" | "visit" | "message" | "written";
            /** @description 是否联系上 */
            reached: boolean;
            /** @example 已说明办理时限 */
            note?: string;
        };
        ContactView: {
            attempts: number;
            /** Format: date-time */
            lastAt: string | null;
            /** Format: date-time */
            contactedAt: string | null;
        };
        DeputyBody: {
            /**
             * Format: uuid
             * @description 授权记录编号，见 authorisations；须是授予本登录账号的授权
             */
            authorisationId: string;
        };
        DispatchBody: {
            /** @enum {string} */
            mode: "transfer" | "joint";
            /**
             * @description 主办单位
             * @example YM-SWJ
             */
            lead: string;
            /**
             * @description 协办单位；联办至少一个，至多 40 个
             * @example [
             *       "532328101"
             *     ]
             */
            assisting?: string[];
            /**
             * @description 督办理由；不填则沿用上一次派单的理由，企业和两代表一委员的诉求自动督办；“二次不满意”在督办环节认定并下达督办单，不随派单填写
             * @enum {string}
             */
            supervised?: "leader-instruction" | "deputy-or-delegate" | "enterprise" | "serious-or-typical" | "second-dissatisfaction";
            /** @description 不再随派单填写；办理不力的认定请在督办环节登记 */
            finding?: string;
            /** @description 指定办理：不能退回 */
            ruling?: boolean;
        };
        DispatchView: {
            dispatchNo: number;
            round: number;
            /** @enum {string} */
            mode: "transfer" | "joint";
            lead: string;
            /** @enum {string|null} */
            supervised: "leader-instruction" | "deputy-or-delegate" | "enterprise" | "serious-or-typical" | "second-dissatisfaction" | null;
            finding: string | null;
            ruling: boolean;
            /** @example yuanmou-2018@1 */
            policy: string;
            /** Format: date-time */
            dispatchedAt: string;
            parts: components["schemas"]["PartView"][];
            contact: components["schemas"]["ContactView"];
            result: components["schemas"]["ResultView"] | null;
            sentBack: components["schemas"]["SentBackView"][];
            approval: components["schemas"]["ApprovalView"] | null;
            /** Format: date-time */
            closedAt: string | null;
            /**
             * Format: date-time
             * @description 主办单位退回获准、撤单或撤回改派、本次派单终止的时间
             */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description 县级已直接答复、不予受理或撤回改派而撤单的时间
             */
            withdrawnAt: string | null;
            /** @description 撤回改派的理由；未撤回改派则为空 */
            recallReason: string | null;
            /** @description 主要负责人阅批意见，最早在前 */
            instructions: components["schemas"]["InstructionView"][];
            /** @description “条件暂不具备”的复核，最早在前 */
            reviews: components["schemas"]["ReviewView"][];
            paper: components["schemas"]["PaperView"] | null;
        };
        DutyDayBody: {
            /**
             * Format: date
             * @example 2018-10-01
             */
            date: string;
            /**
             * @description 值班人员
             * @example 李值班
             */
            officer: string;
            /** @example 0878-0000100 */
            phone: string;
        };
        DutyDayView: {
            /** Format: date */
            date: string;
            /** @description 值班人员；空缺为 null */
            officer: string | null;
            /** @description 仅对县热线管理机构和本单位显示 */
            phone: string | null;
        };
        DutyGapPageView: {
            items: components["schemas"]["DutyGapView"][];
            next: string | null;
        };
        DutyGapView: {
            unit: string;
            /** Format: date */
            date: string;
        };
        DutyRosterBody: {
            days: components["schemas"]["DutyDayBody"][];
        };
        DutyRosterView: {
            /** @description 单位代码；county 为县热线管理机构 */
            unit: string;
            days: components["schemas"]["DutyDayView"][];
            /** @description 空缺的天数 */
            gaps: number;
        };
        FieldProblem: {
            /** @description 以点分隔的字段路径 */
            field: string;
            code: string;
            message: string;
        };
        GrantAuthorisationBody: {
            /**
             * @description 被授权副职的登录账号，即其访问令牌中的 sub，不是姓名；审批时须由该账号登录
             * @example deputy-YM-SWJ
             */
            deputy: string;
            /**
             * @description 授权文号
             * @example 元水发〔2018〕9号
             */
            documentNumber: string;
            /**
             * Format: date
             * @description 授权起始日（含）
             */
            from: string;
            /**
             * Format: date
             * @description 授权截止日（含）
             */
            to: string;
        };
        ImportedUnitsView: {
            /** @description 新登记或有变化的单位数 */
            recorded: number;
            unchanged: number;
            dryRun: boolean;
        };
        InstructionBody: {
            /**
             * @description 主要负责人阅批意见
             * @example 请分管领导牵头，三日内到现场核实并答复群众。
             */
            text: string;
        };
        InstructionView: {
            leader: string;
            text: string;
            /** Format: date-time */
            at: string;
        };
        LiaisonBody: {
            /** @example 张联络 */
            name: string;
            /** @example 0878-0000100 */
            phone: string;
        };
        LiaisonChangeBody: {
            /** @description 新的联络员 */
            liaison: components["schemas"]["LiaisonBody"];
            /**
             * Format: date
             * @description 实际变动的日期
             * @example 2018-09-21
             */
            changedOn: string;
        };
        LiaisonChangePageView: {
            items: components["schemas"]["LiaisonChangeView"][];
            next: string | null;
        };
        LiaisonChangeView: {
            /** Format: uuid */
            id: string;
            unit: string;
            /** @description 新的联络员 */
            name: string;
            /** Format: date */
            changedOn: string;
            /** Format: date */
            reportedOn: string;
            /** @description 变动之后到报备为止的工作日数 */
            workingDays: number;
            /** @description 是否逾期报备 */
            late: boolean;
            /** @description 报备人账号 */
            reportedBy: string;
            /** Format: date-time */
            recordedAt: string;
        };
        LiaisonView: {
            name: string;
            /** @description 仅对县热线管理机构和本单位显示 */
            phone: string | null;
        };
        MarksBody: {
            /** @description 此后的全部标记；留空即取消 */
            marks?: ("key" | "difficult" | "hot")[];
            /** @description 理由；取消标记时必填 */
            reason?: string;
        };
        OpinionBody: {
            /** @example 该路段由我镇管护，同意主办单位方案。 */
            text: string;
        };
        OpinionView: {
            text: string;
            /** Format: date-time */
            at: string;
        };
        PaperBody: {
            /** @description 页数 */
            pages?: number;
            /**
             * @description 备注
             * @example 附现场照片 4 张
             */
            remark?: string;
        };
        PaperEntryView: {
            /** @example 2018-000031 */
            registerNo: string;
            /** Format: uuid */
            ticketId: string;
            /** @description 工单编号；登记事件尚未送达时为空 */
            number: string | null;
            dispatchNo: number;
            /** @description 主办单位 */
            unit: string;
            pages: number | null;
            remark: string | null;
            /** Format: date-time */
            registeredAt: string;
            /** @description 登记人账号 */
            registeredBy: string;
        };
        PaperRegisterPageView: {
            items: components["schemas"]["PaperEntryView"][];
            next: string | null;
        };
        PaperView: {
            /**
             * @description 纸质件登记号
             * @example 2018-000031
             */
            registerNo: string;
            pages: number | null;
            remark: string | null;
        };
        PartView: {
            unit: string;
            /** @description 派单当日的单位名称 */
            unitName: string | null;
            /** @enum {string} */
            role: "lead" | "assisting";
            /** Format: date-time */
            signedAt: string | null;
            /** Format: date-time */
            onSiteCheckAt: string | null;
            opinion: components["schemas"]["OpinionView"] | null;
            return: components["schemas"]["ReturnView"] | null;
            /** Format: date-time */
            leftAt: string | null;
            /**
             * Format: date-time
             * @description 办理中加入为协办单位的时间
             */
            addedAt: string | null;
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
        ReasonBody: {
            reason: string;
        };
        RecordUnitBody: {
            /** @example 元谋县水务局 */
            name: string;
            /** @enum {string} */
            kind: "township" | "department";
            /** @description 停用的单位不再接收新工单 */
            active: boolean;
            /**
             * @description 分管领导
             * @example 分管副局长
             */
            leaderInCharge: string;
            /**
             * @description 管理科室
             * @example 办公室
             */
            office: string;
            /** @description 联络员；没有在岗联络员的单位不能接收工单 */
            liaison?: components["schemas"]["LiaisonBody"];
            /**
             * @description 主要负责人
             * @example 局长
             */
            principalLeader: string;
            /**
             * @description 职责事项，用群众的话写，供派单时参考，至多 50 项
             * @example [
             *       "自来水",
             *       "河道",
             *       "防汛"
             *     ]
             */
            responsibilities?: string[];
            /** @description 并入的单位；只用于已停用的单位 */
            mergedInto?: string;
        };
        ResultBody: {
            /** @enum {string} */
            resultCode: "resolved" | "conditions-not-ready" | "beyond-policy-explained" | "unfounded";
            /** @example 已于当日修复破损水管，恢复供水。 */
            text: string;
            /**
             * Format: date
             * @description 复核日期；“条件暂不具备”必填
             */
            reviewDate?: string;
            /** @description 后续计划；“条件暂不具备”必填 */
            plan?: string;
            /** @description 解释记录；“超越政策或不合理，已解释”必填 */
            explanationRecord?: string;
            /** @description 未提交意见的协办单位 */
            missingOpinions?: string[];
        };
        ResultView: {
            /** @enum {string} */
            resultCode: "resolved" | "conditions-not-ready" | "beyond-policy-explained" | "unfounded";
            text: string;
            /** Format: date */
            reviewDate: string | null;
            plan: string | null;
            explanationRecord: string | null;
            missingOpinions: string[];
            /** Format: date-time */
            at: string;
        };
        ReturnBody: {
            /** @example 所反映河道不在本单位职责范围。 */
            reason: string;
            /**
             * @description 建议的承办单位
             * @example YM-SWJ
             */
            suggestedUnit: string;
        };
        ReturnDecisionBody: {
            /** @description 申请退回的单位 */
            unit: string;
            accepted: boolean;
            /** @description 驳回时必填 */
            reason?: string;
        };
        ReturnDecisionView: {
            accepted: boolean;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        ReturnOnTheWayView: {
            dispatchNo: number;
            round: number;
            /** @description 退回的单位 */
            unit: string;
            /** @enum {string} */
            role: "lead" | "assisting";
            suggestedUnit: string;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            acceptedAt: string;
            /** @description 随后派往的主办单位 */
            next: string | null;
        };
        ReturnView: {
            reason: string;
            suggestedUnit: string;
            /** Format: date-time */
            askedAt: string;
            decision: components["schemas"]["ReturnDecisionView"] | null;
        };
        ReviewBody: {
            /** @enum {string} */
            outcome: "still-not-ready" | "resolved";
            /**
             * @description 复核情况
             * @example 省级补助资金已到位，管网改造完工。
             */
            text: string;
            /** @description 后续计划；“条件仍不具备”必填 */
            plan?: string;
            /**
             * Format: date
             * @description 下次复核日期；“条件仍不具备”必填
             */
            reviewDate?: string;
        };
        ReviewView: {
            /** @enum {string} */
            outcome: "still-not-ready" | "resolved";
            text: string;
            plan: string | null;
            /** Format: date */
            reviewDate: string | null;
            /** Format: date-time */
            at: string;
        };
        RevokeAuthorisationBody: {
            /** @description 该副职已任主要负责人，其账号此后以主要负责人身份审批 */
            appointed?: boolean;
        };
        SealEntryView: {
            sealNumber: string;
            unit: string;
            /** Format: uuid */
            ticketId: string;
            /** @description 工单编号；登记事件尚未送达时为空 */
            number: string | null;
            dispatchNo: number;
            /** @description 审批人账号 */
            approver: string;
            /** @description 副职审批所依据的授权文号 */
            authorisation: string | null;
            /** Format: date-time */
            usedAt: string;
        };
        SealPageView: {
            items: components["schemas"]["SealEntryView"][];
            next: string | null;
        };
        SentBackView: {
            result: components["schemas"]["ResultView"];
            reason: string;
            /** Format: date-time */
            at: string;
        };
        StepView: {
            version: number;
            /** @example Dispatched */
            type: string;
            /**
             * Format: date-time
             * @description 发生时间
             */
            at: string;
            /**
             * Format: date-time
             * @description 登记时间
             */
            recordedAt: string;
            dispatchNo: number | null;
            unit: string | null;
            /** @description 操作账号 */
            actor: string;
            actorRoles: string[];
            actorUnit: string | null;
            /** @description 该步骤登记的内容 */
            details: {
                [key: string]: unknown;
            };
        };
        SupplementMarkView: {
            /** Format: uuid */
            ticketId: string;
            /**
             * Format: date-time
             * @description 签收后诉求人又有补充、尚未确认阅读的，为最近一次补充的时间；单位看本单位的，其他人看主办单位的
             */
            supplementedAt: string | null;
        };
        TaskCountView: {
            /** @enum {string} */
            task: "dispatch" | "decide-return" | "decide-upstream" | "sign" | "opinion" | "result" | "instruct" | "approve" | "paper";
            count: number;
        };
        UnitDetailView: {
            /** @example YM-SWJ */
            code: string;
            name: string;
            /** @enum {string} */
            kind: "township" | "department";
            active: boolean;
            leaderInCharge: string;
            office: string;
            liaison: components["schemas"]["LiaisonView"] | null;
            principalLeader: string;
            responsibilities: string[];
            /** @description 并入的单位 */
            mergedInto: string | null;
            /** Format: date-time */
            recordedAt: string;
            version: number;
            /** @description 历次登记，最新在前；旧工单保留当日名称 */
            history: components["schemas"]["UnitRecordView"][];
        };
        UnitPageView: {
            items: components["schemas"]["UnitView"][];
            next: string | null;
        };
        UnitRecordView: {
            /** @example YM-SWJ */
            code: string;
            name: string;
            /** @enum {string} */
            kind: "township" | "department";
            active: boolean;
            leaderInCharge: string;
            office: string;
            liaison: components["schemas"]["LiaisonView"] | null;
            principalLeader: string;
            responsibilities: string[];
            /** @description 并入的单位 */
            mergedInto: string | null;
            /** Format: date-time */
            recordedAt: string;
            version: number;
            /** @description 登记人账号 */
            recordedBy: string;
        };
        UnitView: {
            /** @example YM-SWJ */
            code: string;
            name: string;
            /** @enum {string} */
            kind: "township" | "department";
            active: boolean;
            leaderInCharge: string;
            office: string;
            liaison: components["schemas"]["LiaisonView"] | null;
            principalLeader: string;
            responsibilities: string[];
            /** @description 并入的单位 */
            mergedInto: string | null;
            /** Format: date-time */
            recordedAt: string;
            version: number;
        };
        UpstreamDecisionBody: {
            accepted: boolean;
        };
        UpstreamReturnView: {
            reason: string;
            /** Format: date-time */
            askedAt: string;
            accepted: boolean | null;
            /** Format: date-time */
            decidedAt: string | null;
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
    Authorisation_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
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
                content: {
                    "application/json": components["schemas"]["AuthorisationPageView"];
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
    Authorisation_grant: {
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
                "application/json": components["schemas"]["GrantAuthorisationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorisationView"];
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
    Authorisation_revoke: {
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
                "application/json": components["schemas"]["RevokeAuthorisationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorisationView"];
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
    Duty_gaps: {
        parameters: {
            query: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 起始日期（含） */
                from: string;
                /** @description 截止日期（含），一次至多 92 天 */
                to: string;
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
                content: {
                    "application/json": components["schemas"]["DutyGapPageView"];
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
    Duty_roster: {
        parameters: {
            query: {
                /** @description 起始日期（含） */
                from: string;
                /** @description 截止日期（含），一次至多 92 天 */
                to: string;
            };
            header?: never;
            path: {
                unit: string;
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
                    "application/json": components["schemas"]["DutyRosterView"];
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
    Duty_enter: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyRosterBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyRosterView"];
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
    Liaison_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                unit?: string;
                /** @description 是否逾期报备 */
                late?: "true" | "false";
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
                    "application/json": components["schemas"]["LiaisonChangePageView"];
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
    Register_paper: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 起始日（含） */
                from?: string;
                /** @description 截止日（含） */
                to?: string;
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
                content: {
                    "application/json": components["schemas"]["PaperRegisterPageView"];
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
    Register_awaiting: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 主办单位 */
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
                content: {
                    "application/json": components["schemas"]["AwaitingPaperPageView"];
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
    Register_seals: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 起始日（含） */
                from?: string;
                /** @description 截止日（含） */
                to?: string;
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
                content: {
                    "application/json": components["schemas"]["SealPageView"];
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
    Case_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                status?: "awaiting-dispatch" | "dispatched" | "result-entered" | "feedback-given" | "closed" | "upstream-return-asked" | "returned-upstream" | "answered" | "declined";
                /** @description 正在承办（主办或协办）的单位 */
                unit?: string;
                category?: "consultation" | "suggestion" | "help" | "complaint" | "report";
                /** @description 是否督办 */
                supervised?: "true" | "false";
                /** @description 第几轮办理 */
                round?: number;
                /** @description 待办；与 unit 合用时只列该单位的待办 */
                task?: "dispatch" | "decide-return" | "decide-upstream" | "sign" | "opinion" | "result" | "instruct" | "approve" | "paper";
                /** @description 重点、难点、热点标记 */
                mark?: "key" | "difficult" | "hot";
                /** @description 主办单位退回获准至少几次 */
                returns?: number;
                /** @description “条件暂不具备”的复核日期是否已到 */
                reviewDue?: "true" | "false";
                /** @description 历史导入是否中断 */
                historyRefused?: "true" | "false";
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
                    "application/json": components["schemas"]["CasePageView"];
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
    Case_counts: {
        parameters: {
            query?: {
                /** @description 只数该单位的待办 */
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
                content: {
                    "application/json": components["schemas"]["CaseCountsView"];
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
    Case_find: {
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
                    "application/json": components["schemas"]["CaseDetailView"];
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
    UnitSteps_approve: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["ApprovalBody"];
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
    CountySteps_addAssisting: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["AssistingBody"];
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
    UnitSteps_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["ContactBody"];
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
    CountySteps_dispatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["DispatchBody"];
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
    Slip_slip: {
        parameters: {
            query?: {
                /** @description 默认 pdf */
                format?: "pdf" | "docx" | "html";
            };
            header?: never;
            path: {
                id: string;
                no: number;
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
    UnitSteps_instruct: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["InstructionBody"];
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
    CountySteps_mark: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["MarksBody"];
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
    UnitSteps_declareOnSiteCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
    UnitSteps_giveOpinion: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["OpinionBody"];
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
    CountySteps_registerPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PaperBody"];
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
    CountySteps_recall: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["ReasonBody"];
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
    UnitSteps_enterResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["ResultBody"];
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
    UnitSteps_askReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["ReturnBody"];
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
    CountySteps_decideReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["ReturnDecisionBody"];
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
    CountySteps_review: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["ReviewBody"];
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
    UnitSteps_sendBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["ReasonBody"];
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
    UnitSteps_sign: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
    Supplement_acknowledge: {
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
                    "application/json": components["schemas"]["SupplementMarkView"];
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
    CountySteps_applyUpstream: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["ReasonBody"];
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
    CountySteps_decideUpstream: {
        parameters: {
            query?: never;
            header?: {
                /** @description 您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝 */
                "If-Match"?: string;
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
                "application/json": components["schemas"]["UpstreamDecisionBody"];
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
    UnitExchange_export: {
        parameters: {
            query: {
                format: "csv" | "xlsx";
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
    UnitExchange_import: {
        parameters: {
            query?: {
                /** @description 只检查，不写入 */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
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
                    "application/json": components["schemas"]["ImportedUnitsView"];
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
    Unit_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                kind?: "township" | "department";
                /** @description 只看在用或停用的单位 */
                active?: "true" | "false";
                /** @description 名称中的文字，现用名或曾用名 */
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
                content: {
                    "application/json": components["schemas"]["UnitPageView"];
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
    Unit_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["UnitDetailView"];
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
    Unit_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordUnitBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
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
    Liaison_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiaisonChangeBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonChangeView"];
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
