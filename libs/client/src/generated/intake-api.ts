/** Written by npm run openapi -- --write. */

export interface paths {
    "/intake/health/live": {
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
    "/intake/health/ready": {
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
    "/intake/health/startup": {
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
    "/intake/metrics": {
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
    "/intake/v1/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List blocks, latest asked first; none names a petitioner (Art. 10, 24) */
        get: operations["Block_list"];
        put?: never;
        /** Ask the prefecture to block a petitioner for harassment, on the evidence of tickets and recorded findings (Art. 24) */
        post: operations["Block_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/blocks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one block with its reviews (Art. 24) */
        get: operations["Block_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/blocks/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse a block; approved it starts at once and for the days asked (Art. 24) */
        post: operations["Block_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/blocks/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Review a running block: keep it until the next review, or lift it (Art. 24) */
        post: operations["Block_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the reports that nobody has acknowledged yet, oldest first, with their age by the wall clock (Art. 4) */
        get: operations["Escalation_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring past tickets in with their original times; a row whose origin is known changes nothing, and is refused if its content differs */
        post: operations["History_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/history/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the tickets of a source, and how many of them were dispatched and closed so far */
        get: operations["History_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List knowledge entries: published ones for everybody, drafts for their unit and the county (Art. 5) */
        get: operations["Knowledge_list"];
        put?: never;
        /** Draft an entry; a unit only for itself (Art. 5) */
        post: operations["Knowledge_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/knowledge/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find published entries by Chinese words, best first (Art. 5) */
        get: operations["Knowledge_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/knowledge/stale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the entries past their review date, of one unit or all (Art. 5) */
        get: operations["Knowledge_stale"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/knowledge/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an entry with the versions in the caller's sight, those that are over too (Art. 5) */
        get: operations["Knowledge_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/knowledge/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write on the draft, or begin the next version (Art. 5) */
        post: operations["Knowledge_revise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/knowledge/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish what was submitted; it supersedes the version in force (Art. 5) */
        post: operations["Knowledge_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/knowledge/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that the version in force was looked at and is still right (Art. 5) */
        post: operations["Knowledge_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/knowledge/{id}/sending-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send what was submitted back with a reason (Art. 5) */
        post: operations["Knowledge_sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/knowledge/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit the draft to the county (Art. 5) */
        post: operations["Knowledge_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/knowledge/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw the version in force with a reason; it stays readable (Art. 5) */
        post: operations["Knowledge_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suggest the same for a matter that is being taken down; nothing of it is kept */
        post: operations["Suggestion_ofText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tickets in the caller's sight, latest receipt first (Art. 10) */
        get: operations["Ticket_list"];
        put?: never;
        /** Register a ticket; the prefecture may only send its own transfers down (Art. 2, 13) */
        post: operations["Registration_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count what waits at the desk, with the oldest of each (Art. 2, 4, 14, 17(2)) */
        get: operations["DeskCounts_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one ticket, the petitioner masked (Art. 10) */
        get: operations["Ticket_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a ticket under a scope code (Art. 11) */
        post: operations["Ticket_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a ticket directly while no unit has it, which closes it; one not yet accepted is accepted with it (Art. 11, 18) */
        post: operations["Ticket_answerDirectly"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the files of a ticket in the caller's sight (Art. 2, 10) */
        get: operations["Attachment_list"];
        put?: never;
        /** Attach one file to a ticket in the caller's sight, as multipart/form-data (Art. 2) */
        post: operations["Attachment_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download one file, never to be shown in the browser; each download is recorded (Art. 10) */
        get: operations["Attachment_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/category": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a ticket into another category for a reason, before or after dispatch; limits count anew from the original start (Art. 13) */
        post: operations["Ticket_changeCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put right subject, township, place or title, with a reason; what it was stays on record (Art. 13) */
        post: operations["Amendment_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a ticket, also an accepted one while no unit has it, and say where to turn instead; never a prefecture transfer (Art. 12) */
        post: operations["Ticket_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a sudden, urgent or sensitive matter to the emergency office (Art. 4) */
        post: operations["Ticket_escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/escalations/{escalationId}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the emergency office acknowledged an escalation (Art. 4) */
        post: operations["Ticket_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/identity-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve in writing, for the county, that one handling unit learns who the petitioner is (Art. 10) */
        post: operations["IdentityRelease_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/identity-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the petitioner of a report, or one who asked not to be named, consents that the handling unit learns who they are (Art. 10) */
        post: operations["IdentityRelease_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/identity-releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List consents and approvals of a ticket, those taken back included (Art. 10, 23(6)) */
        get: operations["IdentityRelease_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/identity-releases/{releaseId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a consent or an approval back (Art. 10) */
        post: operations["IdentityRelease_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/identity-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who looked at the identity of a petitioner, when and why (Art. 10, 23(6)) */
        get: operations["IdentityView_list"];
        put?: never;
        /** See who the petitioner is, for a purpose that is recorded; each call is a look of its own (Art. 10) */
        post: operations["IdentityView_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tie a ticket to its primary one as duplicate, repeat or part of it (Art. 17(2)) */
        post: operations["Link_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/petitioner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put right name, contact or id number of the petitioner; they go sealed into the vault, and no answer shows them (Art. 10) */
        post: operations["Amendment_correctPetitioner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/petitioner-told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the petitioner of a linked ticket was told how the matter ended (Art. 17(2)) */
        post: operations["Link_told"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ticket's words on paper, without identity, for those who may read them (Art. 10) */
        get: operations["Sheet_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggest category, subject, unit and related tickets, each with its reason; a person decides (Art. 13, 15, 17) */
        get: operations["Suggestion_ofTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add what the petitioner said later of the same matter (Art. 2) */
        post: operations["Amendment_supplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/unified-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give one answer to all linked suggestions and help requests that no unit has (Art. 17(2)) */
        post: operations["Link_answerAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/tickets/{id}/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a tie with a reason (Art. 17(2)) */
        post: operations["Link_unlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List hot topics, those with the latest tickets first (Art. 21) */
        get: operations["Topic_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one hot topic (Art. 21) */
        get: operations["Topic_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/v1/topics/{id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tickets behind a hot topic; titles only for those who may read them (Art. 10, 21) */
        get: operations["Topic_tickets"];
        put?: never;
        post?: never;
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
        AcceptTicketBody: {
            /** @enum {string} */
            scopeCode: "policy-enquiry" | "matter-to-solve" | "conduct-of-staff" | "public-service-information";
        };
        AcknowledgeBody: {
            /**
             * @description 由谁确认：接报的单位、岗位或人员
             * @example 县政府应急办值班室
             */
            by: string;
        };
        AnswerDirectlyBody: {
            /**
             * @description 受理范围；工单尚未受理时必填，答复的同时予以受理
             * @enum {string}
             */
            scopeCode?: "policy-enquiry" | "matter-to-solve" | "conduct-of-staff" | "public-service-information";
            /** @example 您好，居民医保缴费时间为每年 9 月 1 日至 12 月 31 日。 */
            answer: string;
            /**
             * Format: uuid
             * @description 所依据的知识库条目，须已发布；不填即记录为未引用
             */
            knowledgeEntry?: string;
        };
        AnswerView: {
            answer: string;
            /** @description 所依据的知识库条目和版本，<条目>@<版本>；未引用则为空 */
            knowledgeEntry: string | null;
            /** Format: date-time */
            at: string;
        };
        AnsweredTicket: {
            /** Format: uuid */
            ticketId: string;
            number: string;
        };
        ApprovalBody: {
            /** @description 获准查看的承办单位 */
            unit: string;
            /**
             * @description 批准理由，请勿填写个人信息
             * @example 须与举报人当面核实，县政府分管领导书面同意
             */
            reason: string;
        };
        AskBlockBody: {
            /** @enum {string} */
            ground: "harassment" | "malicious-attack" | "insult" | "slander";
            /** @description 作为依据的工单，须为同一诉求人 */
            evidenceTicketIds: string[];
            /**
             * @description 查实的情况
             * @example 11 月 1 日至 7 日无事由来电 43 次，经劝阻无效
             */
            findings: string;
            /**
             * @description 限制天数（自然日），不得超过县级政策的上限
             * @example 30
             */
            days: number;
        };
        AttachmentList: {
            items: components["schemas"]["AttachmentView"][];
            next: string | null;
        };
        AttachmentView: {
            /** Format: uuid */
            id: string;
            /**
             * @description 按文件内容判定的类型
             * @example image/jpeg
             */
            mediaType: string;
            /** @description 字节数 */
            size: number;
            /** @description SHA-256（十六进制） */
            sha256: string;
            /** Format: date-time */
            addedAt: string;
            /** @description 文件名；无权阅读诉求内容者为空 */
            name: string | null;
            addedBy: string;
        };
        BlockList: {
            items: components["schemas"]["BlockView"][];
            next: string | null;
        };
        BlockReviewView: {
            /** Format: date-time */
            at: string;
            by: string;
            keep: boolean;
            reason: string;
        };
        BlockSummary: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            status: "asked" | "running" | "ended";
            /** @enum {string} */
            ground: "harassment" | "malicious-attack" | "insult" | "slander";
            evidenceTicketIds: string[];
            days: number;
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            /** Format: date-time */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description 限制到此时为止，不含
             */
            until: string | null;
            /**
             * Format: date-time
             * @description 应在此时起复核
             */
            reviewDueAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @enum {string|null} */
            cause: "expired" | "lifted" | "refused" | null;
            /** @description 限制期间未予登记的次数 */
            attempts: number;
            /** @description 限制期间作为紧急事项登记的次数 */
            emergencies: number;
        };
        BlockView: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            status: "asked" | "running" | "ended";
            /** @enum {string} */
            ground: "harassment" | "malicious-attack" | "insult" | "slander";
            evidenceTicketIds: string[];
            days: number;
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            /** Format: date-time */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description 限制到此时为止，不含
             */
            until: string | null;
            /**
             * Format: date-time
             * @description 应在此时起复核
             */
            reviewDueAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @enum {string|null} */
            cause: "expired" | "lifted" | "refused" | null;
            /** @description 限制期间未予登记的次数 */
            attempts: number;
            /** @description 限制期间作为紧急事项登记的次数 */
            emergencies: number;
            /** @description 查实的情况 */
            findings: string;
            reviews: components["schemas"]["BlockReviewView"][];
        };
        CategoryChangeView: {
            /** @enum {string} */
            previous: "consultation" | "suggestion" | "help" | "complaint" | "report";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            /** @description 无权阅读者为空 */
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        ChangeCategoryBody: {
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            /**
             * @description 变更理由，请勿填写个人信息
             * @example 经核实，诉求人反映的是工作人员服务态度问题
             */
            reason: string;
        };
        ConsentBody: {
            /**
             * @description 征得同意的方式和情况，请勿填写个人信息
             * @example 11 月 3 日电话征得同意，通话录音编号 R-1
             */
            reason: string;
        };
        CorrectTicketBody: {
            /**
             * @description 事项分类
             * @example 城乡建设/市政设施/路灯
             */
            subject?: string;
            /**
             * @description 所在乡镇的行政区划代码
             * @example 532328101
             */
            townCode?: string;
            /**
             * @description 事发地点
             * @example 元马镇龙川街
             */
            place?: string;
            /** @example 龙川街路灯不亮 */
            title?: string;
            /**
             * @description 更正理由
             * @example 登记时未选事项分类
             */
            reason: string;
        };
        CorrectedField: {
            /** @enum {string} */
            field: "subject" | "townCode" | "place" | "title";
            was: string | null;
            is: string | null;
        };
        CorrectionView: {
            /** @description 无权阅读内容者，以及诉求人身份对其保密的承办单位，只见事项分类和乡镇 */
            changes: components["schemas"]["CorrectedField"][];
            /** @description 无权阅读者为空 */
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        DecideBlockBody: {
            /** @description 是否批准 */
            approved: boolean;
        };
        DeclineTicketBody: {
            /** @enum {string} */
            ground: "emergency" | "civil-dispute-or-legal-procedure" | "party-congress-court-military" | "secret-or-privacy";
            /**
             * @description 告知诉求人可以向哪里反映；不填则按县级政策对该情形的规定
             * @example 请拨打 110
             */
            turnTo?: string;
            /** @description 向诉求人的说明 */
            explanation?: string;
        };
        DeclineView: {
            /** @enum {string} */
            ground: "emergency" | "civil-dispute-or-legal-procedure" | "party-congress-court-military" | "secret-or-privacy";
            turnTo: string;
            explanation: string | null;
            /** Format: date-time */
            at: string;
        };
        DeclinedTicket: {
            /** Format: uuid */
            id: string;
            /** @example YM20181103-000123 */
            number: string;
            version: number;
            /** @enum {string} */
            status: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
            /** @enum {string} */
            channel: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
            /** @enum {string} */
            petitionerKind: "individual" | "enterprise" | "deputy";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            subject: string | null;
            townCode: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            source: string | null;
            externalId: string | null;
            prefectureNumber: string | null;
            /** @description 诉求人要求对承办单位保密 */
            confidential: boolean;
            /** @description 告知诉求人可以向哪里反映 */
            turnTo: string;
        };
        DeskCounts: {
            /** @description 已登记、尚未受理或不予受理（GET /tickets?status=registered） */
            screening: components["schemas"]["Waiting"];
            /** @description 已受理、没有承办单位，不含并入主工单的（GET /tickets?status=accepted） */
            dispatch: components["schemas"]["Waiting"];
            /** @description 紧急报告尚未确认（GET /escalations） */
            escalations: components["schemas"]["Waiting"];
            /** @description 关联工单的事项已答复或办结、尚未告知其诉求人（GET /tickets?toTell=true） */
            telling: components["schemas"]["Waiting"];
        };
        DisposalView: {
            /** @example 已销毁 */
            label: string;
            /** Format: date-time */
            at: string;
            /** @description 销毁证书编号 */
            certificateNo: string;
        };
        DraftEntryBody: {
            /** @example 居民医保何时缴费 */
            title: string;
            /** @example 城乡居民医保缴费时间为每年 9 月 1 日至 12 月 31 日。 */
            text: string;
            /**
             * @description 群众常用的说法
             * @example [
             *       "医保缴费"
             *     ]
             */
            keywords?: string[];
            /**
             * @description 事项分类
             * @example 劳动和社会保障/社会保险/医疗保险
             */
            subject?: string;
            /**
             * @description 依据的文件或单位
             * @example 县医疗保障局〔2018〕12号
             */
            source: string;
            /** @description 责任单位；承办单位账号只能为本单位起草，可不填 */
            unit?: string;
        };
        EntryContentBody: {
            /** @example 居民医保何时缴费 */
            title: string;
            /** @example 城乡居民医保缴费时间为每年 9 月 1 日至 12 月 31 日。 */
            text: string;
            /**
             * @description 群众常用的说法
             * @example [
             *       "医保缴费"
             *     ]
             */
            keywords?: string[];
            /**
             * @description 事项分类
             * @example 劳动和社会保障/社会保险/医疗保险
             */
            subject?: string;
            /**
             * @description 依据的文件或单位
             * @example 县医疗保障局〔2018〕12号
             */
            source: string;
        };
        EntryDetail: {
            /** Format: uuid */
            id: string;
            unit: string;
            /** @description 条目的修改序号，用于 If-Match */
            version: number;
            /**
             * @description 起草中、待审核、已发布、已撤回；已发布的条目修订时仍为已发布
             * @enum {string}
             */
            status: "drafted" | "submitted" | "in-force" | "withdrawn";
            /** @description 正在使用的版本 */
            inForce: number | null;
            /** @description 起草或审核中的版本；无权查看者为空 */
            draft: number | null;
            /**
             * Format: date
             * @description 复核日期
             */
            reviewOn: string | null;
            /** @description 最近一个可见版本的标题 */
            title: string;
            /** @description 可见的各版本，新的在前 */
            versions: components["schemas"]["EntryVersion"][];
        };
        EntryList: {
            items: components["schemas"]["EntrySummary"][];
            next: string | null;
        };
        EntryReasonBody: {
            /**
             * @description 理由
             * @example 请写明缴费渠道
             */
            reason: string;
        };
        EntrySummary: {
            /** Format: uuid */
            id: string;
            unit: string;
            /** @description 条目的修改序号，用于 If-Match */
            version: number;
            /**
             * @description 起草中、待审核、已发布、已撤回；已发布的条目修订时仍为已发布
             * @enum {string}
             */
            status: "drafted" | "submitted" | "in-force" | "withdrawn";
            /** @description 正在使用的版本 */
            inForce: number | null;
            /** @description 起草或审核中的版本；无权查看者为空 */
            draft: number | null;
            /**
             * Format: date
             * @description 复核日期
             */
            reviewOn: string | null;
            /** @description 最近一个可见版本的标题 */
            title: string;
        };
        EntryVersion: {
            /** Format: uuid */
            entryId: string;
            version: number;
            /** @enum {string} */
            stage: "draft" | "submitted" | "sent-back" | "in-force" | "superseded" | "withdrawn";
            title: string;
            text: string;
            keywords: string[];
            subject: string | null;
            source: string;
            /** @description 退回或撤回的理由 */
            reason: string | null;
            /** Format: date-time */
            publishedAt: string | null;
            /**
             * Format: date-time
             * @description 被取代或撤回的时间
             */
            endedAt: string | null;
        };
        EscalateTicketBody: {
            /** @enum {string} */
            kind: "sudden" | "urgent" | "sensitive";
            /**
             * @description 报告对象；不填则按县级政策的规定
             * @example [
             *       "县政府应急办"
             *     ]
             */
            recipients?: string[];
        };
        EscalatedTicket: {
            /** Format: uuid */
            id: string;
            /** @example YM20181103-000123 */
            number: string;
            version: number;
            /** @enum {string} */
            status: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
            /** @enum {string} */
            channel: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
            /** @enum {string} */
            petitionerKind: "individual" | "enterprise" | "deputy";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            subject: string | null;
            townCode: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            source: string | null;
            externalId: string | null;
            prefectureNumber: string | null;
            /** @description 诉求人要求对承办单位保密 */
            confidential: boolean;
            /** Format: uuid */
            escalationId: string;
        };
        EscalationList: {
            items: components["schemas"]["WaitingEscalation"][];
            next: string | null;
        };
        EscalationView: {
            /** Format: uuid */
            escalationId: string;
            /** @enum {string} */
            kind: "sudden" | "urgent" | "sensitive";
            recipients: string[];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            acknowledgedAt: string | null;
            /** @description 由谁确认 */
            acknowledgedBy: string | null;
        };
        FieldProblem: {
            /** @description 以点分隔的字段路径 */
            field: string;
            code: string;
            message: string;
        };
        FoundEntries: {
            items: components["schemas"]["FoundEntry"][];
            next: string | null;
        };
        FoundEntry: {
            /** Format: uuid */
            id: string;
            version: number;
            unit: string;
            title: string;
            /** @description 正文中与检索词有关的一段 */
            snippet: string;
            subject: string | null;
            /** Format: date */
            reviewOn: string;
        };
        GivenRelease: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "consent" | "approval";
            /** @description 获准的单位；诉求人同意的为当前主办单位，此处为空 */
            unit: string | null;
            givenBy: string;
            /** Format: date-time */
            givenAt: string;
            withdrawnBy: string | null;
            /** Format: date-time */
            withdrawnAt: string | null;
        };
        HistoryBody: {
            rows: {
                externalId?: unknown;
                source?: unknown;
                channel?: unknown;
                category?: unknown;
                title?: unknown;
                text?: unknown;
                subject?: unknown;
                place?: unknown;
                unit?: unknown;
                receivedAt?: unknown;
                dispatchedAt?: unknown;
                signedAt?: unknown;
                contactedAt?: unknown;
                feedbackAt?: unknown;
                closedAt?: unknown;
                satisfaction?: unknown;
                solved?: unknown;
            }[];
        };
        HistoryOutcome: {
            rows: components["schemas"]["HistoryRowOutcome"][];
            created: number;
            unchanged: number;
            refused: number;
        };
        HistoryProblemView: {
            /** @example closedAt */
            field: string;
            /** @example times-not-in-order */
            slug: string;
            /** @description 问题所在与改法 */
            message: string;
        };
        HistoryRowOutcome: {
            /** @enum {string} */
            outcome: "created" | "unchanged" | "refused";
            /** Format: uuid */
            ticketId: string | null;
            problems: components["schemas"]["HistoryProblemView"][];
        };
        HistoryStatus: {
            registered: number;
            dispatched: number;
            closed: number;
        };
        IdentityRelease: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "consent" | "approval";
            /** @description 获准的单位；诉求人同意的为当前主办单位，此处为空 */
            unit: string | null;
            givenBy: string;
            /** Format: date-time */
            givenAt: string;
            withdrawnBy: string | null;
            /** Format: date-time */
            withdrawnAt: string | null;
            reason: string;
        };
        IdentityReleaseList: {
            items: components["schemas"]["IdentityRelease"][];
            next: string | null;
        };
        IdentityViewBody: {
            /**
             * @description 查看目的，记入审计；请勿填写个人信息
             * @example 电话联系诉求人核实情况
             */
            purpose: string;
            /**
             * @description 目的类别；不填为 contact
             * @enum {string}
             */
            purposeCode?: "contact" | "verify" | "visit" | "service" | "other";
        };
        IdentityViewList: {
            items: components["schemas"]["IdentityViewRecord"][];
            next: string | null;
        };
        IdentityViewRecord: {
            id: number;
            /** Format: date-time */
            at: string;
            /** @description 查看人 */
            subject: string;
            roles: string[];
            unit: string | null;
            purpose: string;
            /** @description 是否准许查看 */
            allowed: boolean;
        };
        LinkOutcome: {
            /** @description 本工单所关联的主工单 */
            primary: components["schemas"]["LinkedTicket"] | null;
            /** @description 关联到本工单的工单 */
            linked: components["schemas"]["LinkedTicket"][];
            /** Format: uuid */
            ticketId: string;
            version: number;
        };
        LinkTicketBody: {
            /**
             * Format: uuid
             * @description 主工单
             */
            primaryTicketId: string;
            /** @enum {string} */
            link: "duplicate" | "repeat" | "merged";
        };
        LinkedTicket: {
            /** Format: uuid */
            ticketId: string;
            number: string;
            /** @enum {string} */
            status: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
            /** @enum {string} */
            link: "duplicate" | "repeat" | "merged";
            /** Format: date-time */
            linkedAt: string;
            /**
             * Format: date-time
             * @description 已告知该诉求人办理结果的时间
             */
            toldAt: string | null;
        };
        MaskedPetitioner: {
            /** @example 张** */
            name: string | null;
            /** @example 138****0000 */
            contact: string | null;
            /** @example ****1234 */
            idNumber: string | null;
            /** @description 渠道带来的号码、地址、账号 */
            particulars?: {
                [key: string]: string;
            };
        };
        ParticularsBody: {
            /** @description 电话：主叫号码 */
            callerNumber?: string;
            /** @description 电话：通话录音编号 */
            callRecordId?: string;
            /** @description 短信：发送号码 */
            senderNumber?: string;
            /** @description 邮件：发件地址 */
            senderAddress?: string;
            /** @description 微信：openid */
            openId?: string;
            /** @description 手机APP：账号 */
            accountId?: string;
            /** @description 手机APP：设备标识 */
            deviceId?: string;
            /** @description 短信、邮件、微信：消息编号 */
            messageId?: string;
            /** @description 网站：会话编号 */
            sessionId?: string;
            /** @description 网站、手机APP：提交编号 */
            submissionId?: string;
        };
        PassedOverTicket: {
            /** Format: uuid */
            ticketId: string;
            number: string;
            /** @enum {string} */
            because: "other-category" | "with-a-unit" | "ended";
            /** @example 已经派单 */
            reason: string;
        };
        PetitionerBody: {
            /** @example 张某某 */
            name?: string;
            /**
             * @description 电话或其他联系方式
             * @example 0878-8210000
             */
            contact?: string;
            /** @description 身份证件号码 */
            idNumber?: string;
            /** @description 要求对承办单位保密 */
            secret?: boolean;
        };
        PetitionerCorrectionBody: {
            /** @example 张某某 */
            name?: string;
            /**
             * @description 电话或其他联系方式
             * @example 0878-8210000
             */
            contact?: string;
            /** @description 身份证件号码 */
            idNumber?: string;
        };
        PetitionerToldBody: {
            /** @enum {string} */
            way: "phone" | "visit" | "message" | "written";
        };
        PetitionerView: {
            /** Format: uuid */
            ticketId: string;
            name: string | null;
            contact: string | null;
            idNumber: string | null;
            /** @description 渠道带来的号码、地址、账号 */
            particulars?: {
                [key: string]: string;
            };
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
        RegisterTicketBody: {
            /** @enum {string} */
            channel: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
            /**
             * @description 诉求人类别
             * @enum {string}
             */
            petitionerKind: "individual" | "enterprise" | "deputy";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            /**
             * @description 事项分类
             * @example 城乡建设
             */
            subject?: string;
            /**
             * @description 所在乡镇的行政区划代码
             * @example 532328100
             */
            townCode?: string;
            /**
             * @description 事发地点
             * @example 元马镇龙川街
             */
            place?: string;
            /** @example 龙川街路灯不亮 */
            title: string;
            /** @example 龙川街北段的路灯已有一周不亮，晚上出行不便，请尽快维修。 */
            text: string;
            /**
             * Format: date-time
             * @description 收到诉求的时间；州级转办的为交办时间；不填为现在
             */
            receivedAt?: string;
            /**
             * @description 来源系统
             * @example wechat-mini
             */
            source?: string;
            /** @description 在来源系统中的编号；与 source 一起唯一 */
            externalId?: string;
            /** @description 州级平台的工单编号；渠道为 prefecture 时必填 */
            prefectureNumber?: string;
            /**
             * Format: date
             * @description 州级要求办结的日期；仅限州级转办
             */
            prefectureDueOn?: string;
            /** @description 渠道特有的信息；不属于所填渠道的不予登记 */
            particulars?: components["schemas"]["ParticularsBody"];
            petitioner?: components["schemas"]["PetitionerBody"];
            /** @description 突发、紧急、敏感事项：登记的同时立即向县政府应急办等报告 */
            emergency?: boolean;
            /**
             * @description emergency 为 true 时必填
             * @enum {string}
             */
            emergencyKind?: "sudden" | "urgent" | "sensitive";
        };
        RegisteredTicket: {
            /** Format: uuid */
            id: string;
            /** @example YM20181103-000123 */
            number: string;
            version: number;
            /** @enum {string} */
            status: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
            /** @enum {string} */
            channel: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
            /** @enum {string} */
            petitionerKind: "individual" | "enterprise" | "deputy";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            subject: string | null;
            townCode: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            source: string | null;
            externalId: string | null;
            prefectureNumber: string | null;
            /** @description 诉求人要求对承办单位保密 */
            confidential: boolean;
            /** Format: uuid */
            escalationId?: string;
        };
        RelatedTicket: {
            /** Format: uuid */
            ticketId: string;
            number: string;
            /** @enum {string} */
            status: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            kind: "repeat" | "duplicate";
            likeness: number;
            /** @description 为什么这样建议 */
            reason: string;
        };
        ReviewBlockBody: {
            /** @description true 继续限制，false 解除 */
            keep: boolean;
            /**
             * @description 复核理由
             * @example 诉求人已书面承诺不再骚扰
             */
            reason: string;
        };
        StoredAttachment: {
            /** Format: uuid */
            id: string;
            /**
             * @description 按文件内容判定的类型
             * @example image/jpeg
             */
            mediaType: string;
            /** @description 字节数 */
            size: number;
            /** @description SHA-256（十六进制） */
            sha256: string;
            /** Format: date-time */
            addedAt: string;
        };
        SuggestBody: {
            /** @example 龙川街路灯不亮 */
            title: string;
            /** @example 龙川街北段的路灯已有一周不亮。 */
            text: string;
            /**
             * @description 所在乡镇的行政区划代码
             * @example 532328101
             */
            townCode?: string;
            /** @description 诉求人联系方式，仅用于查找其此前的诉求，不保存 */
            contact?: string;
        };
        SuggestedCategory: {
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            /** @description 为什么这样建议 */
            reason: string;
        };
        SuggestedSubject: {
            /**
             * @description 三级事项，以“/”分隔
             * @example 城乡建设/市政设施/路灯照明
             */
            subject: string;
            level1: string;
            /** @description 为什么这样建议 */
            reason: string;
        };
        SuggestedUnit: {
            unit: string;
            name: string;
            /** @description 为什么这样建议 */
            reason: string;
        };
        Suggestions: {
            /** @example 以下仅供参考，由经办人决定。 */
            advice: string;
            categories: components["schemas"]["SuggestedCategory"][];
            subjects: components["schemas"]["SuggestedSubject"][];
            units: components["schemas"]["SuggestedUnit"][];
            related: components["schemas"]["RelatedTicket"][];
        };
        SupplementTicketBody: {
            /**
             * @description 补充内容
             * @example 昨晚又有两盏路灯不亮。
             */
            text: string;
            /**
             * Format: date-time
             * @description 收到补充的时间；不填为现在
             */
            receivedAt?: string;
        };
        SupplementView: {
            /** Format: uuid */
            supplementId: string;
            text: string;
            /** Format: date-time */
            receivedAt: string;
        };
        SupplementedTicket: {
            /** Format: uuid */
            id: string;
            /** @example YM20181103-000123 */
            number: string;
            version: number;
            /** @enum {string} */
            status: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
            /** @enum {string} */
            channel: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
            /** @enum {string} */
            petitionerKind: "individual" | "enterprise" | "deputy";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            subject: string | null;
            townCode: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            source: string | null;
            externalId: string | null;
            prefectureNumber: string | null;
            /** @description 诉求人要求对承办单位保密 */
            confidential: boolean;
            /** Format: uuid */
            supplementId: string;
        };
        TicketDetail: {
            /** Format: uuid */
            id: string;
            /** @example YM20181103-000123 */
            number: string;
            version: number;
            /** @enum {string} */
            status: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
            /** @enum {string} */
            channel: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
            /** @enum {string} */
            petitionerKind: "individual" | "enterprise" | "deputy";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            subject: string | null;
            townCode: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            source: string | null;
            externalId: string | null;
            prefectureNumber: string | null;
            /** @description 诉求人要求对承办单位保密 */
            confidential: boolean;
            title: string | null;
            /** @description 诉求正文；无权阅读者为空 */
            text: string | null;
            place: string | null;
            /** @enum {string|null} */
            scopeCode: "policy-enquiry" | "matter-to-solve" | "conduct-of-staff" | "public-service-information" | null;
            /** Format: date-time */
            acceptedAt: string | null;
            decline: components["schemas"]["DeclineView"] | null;
            answer: components["schemas"]["AnswerView"] | null;
            escalations: components["schemas"]["EscalationView"][];
            categoryChanges: components["schemas"]["CategoryChangeView"][];
            /** @description 通话、消息、提交等记录的编号；诉求人身份对阅读者保密时为空 */
            particulars: {
                [key: string]: string;
            };
            /**
             * Format: date
             * @description 州级要求办结的日期
             */
            prefectureDueOn: string | null;
            /** @description 到期销毁的记录；其余内容已不存在 */
            disposed: components["schemas"]["DisposalView"] | null;
            /** @description 登记后的更正 */
            corrections: components["schemas"]["CorrectionView"][];
            /** @description 诉求人的补充；无权阅读者为空 */
            supplements: components["schemas"]["SupplementView"][];
            links: components["schemas"]["TicketLinks"];
            units: components["schemas"]["TicketUnitView"][];
            /** @description 已隐去大部分；匿名或对阅读者保密时为空 */
            petitioner: components["schemas"]["MaskedPetitioner"] | null;
        };
        TicketLine: {
            /** Format: uuid */
            id: string;
            /** @example YM20181103-000123 */
            number: string;
            version: number;
            /** @enum {string} */
            status: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
            /** @enum {string} */
            channel: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
            /** @enum {string} */
            petitionerKind: "individual" | "enterprise" | "deputy";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            subject: string | null;
            townCode: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            source: string | null;
            externalId: string | null;
            prefectureNumber: string | null;
            /** @description 诉求人要求对承办单位保密 */
            confidential: boolean;
            title: string | null;
        };
        TicketLinks: {
            /** @description 本工单所关联的主工单 */
            primary: components["schemas"]["LinkedTicket"] | null;
            /** @description 关联到本工单的工单 */
            linked: components["schemas"]["LinkedTicket"][];
        };
        TicketList: {
            items: components["schemas"]["TicketLine"][];
            next: string | null;
        };
        TicketSummary: {
            /** Format: uuid */
            id: string;
            /** @example YM20181103-000123 */
            number: string;
            version: number;
            /** @enum {string} */
            status: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
            /** @enum {string} */
            channel: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
            /** @enum {string} */
            petitionerKind: "individual" | "enterprise" | "deputy";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            subject: string | null;
            townCode: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            source: string | null;
            externalId: string | null;
            prefectureNumber: string | null;
            /** @description 诉求人要求对承办单位保密 */
            confidential: boolean;
        };
        TicketUnitView: {
            dispatchNo: number;
            unit: string;
            /** @enum {string} */
            role: "lead" | "assisting";
            /** @description 退回已获同意 */
            returned: boolean;
        };
        TopicList: {
            items: components["schemas"]["TopicView"][];
            next: string | null;
        };
        TopicTicketList: {
            items: components["schemas"]["TopicTicketView"][];
            next: string | null;
        };
        TopicTicketView: {
            /** Format: uuid */
            ticketId: string;
            number: string;
            /** @enum {string} */
            status: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            townCode: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description 无权阅读者为空 */
            title: string | null;
        };
        TopicView: {
            /** Format: uuid */
            id: string;
            version: number;
            /**
             * @description 多件工单共有的词，不含姓名、号码和乡镇以下地名
             * @example 搅拌站、噪音、扰民
             */
            label: string;
            subject: string | null;
            /** @description 全部工单同在一个乡镇时为其代码 */
            townCode: string | null;
            /** @description 工单件数 */
            tickets: number;
            /** Format: date-time */
            firstReceivedAt: string;
            /** Format: date-time */
            lastReceivedAt: string;
            /**
             * Format: date-time
             * @description 首次发现的时间
             */
            foundAt: string;
        };
        UnifiedAnswerBody: {
            /** @enum {string} */
            ground: "unreasonable" | "repeated";
            /**
             * @description 受理范围；所答复的工单中有尚未受理的则必填，答复的同时予以受理
             * @enum {string}
             */
            scopeCode?: "policy-enquiry" | "matter-to-solve" | "conduct-of-staff" | "public-service-information";
            /** @example 您好，关于该路段增设公交站的建议，经研究统一答复如下…… */
            answer: string;
            /**
             * Format: uuid
             * @description 所依据的知识库条目，须已发布；不填即记录为未引用
             */
            knowledgeEntry?: string;
        };
        UnifiedAnswerOutcome: {
            answered: components["schemas"]["AnsweredTicket"][];
            passedOver: components["schemas"]["PassedOverTicket"][];
        };
        UnlinkTicketBody: {
            /**
             * @description 解除关联的理由
             * @example 经核实不是同一事项
             */
            reason: string;
        };
        Waiting: {
            count: number;
            /**
             * Format: date-time
             * @description 其中最早的一件
             */
            oldest: string | null;
        };
        WaitingEscalation: {
            /** Format: uuid */
            escalationId: string;
            /** Format: uuid */
            ticketId: string;
            /** @example YM20181103-000123 */
            number: string;
            /** @enum {string} */
            kind: "sudden" | "urgent" | "sensitive";
            recipients: string[];
            /** Format: date-time */
            at: string;
            /** @description 已等待的分钟数 */
            ageMinutes: number;
            /** @description 已超过县级政策规定的确认时限 */
            late: boolean;
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
    Block_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                status?: "asked" | "running" | "ended";
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
                    "application/json": components["schemas"]["BlockList"];
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
    Block_ask: {
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
                "application/json": components["schemas"]["AskBlockBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockSummary"];
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
    Block_show: {
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
                    "application/json": components["schemas"]["BlockView"];
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
    Block_decide: {
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
                "application/json": components["schemas"]["DecideBlockBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockSummary"];
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
    Block_review: {
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
                "application/json": components["schemas"]["ReviewBlockBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockSummary"];
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
    Escalation_list: {
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
                content: {
                    "application/json": components["schemas"]["EscalationList"];
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
    History_import: {
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
                "application/json": components["schemas"]["HistoryBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryOutcome"];
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
    History_status: {
        parameters: {
            query: {
                /** @description 来源系统 */
                source: string;
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
                    "application/json": components["schemas"]["HistoryStatus"];
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
    Knowledge_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 责任单位 */
                unit?: string;
                status?: "drafted" | "in-force" | "withdrawn" | "submitted";
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
                    "application/json": components["schemas"]["EntryList"];
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
    Knowledge_draft: {
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
                "application/json": components["schemas"]["DraftEntryBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntrySummary"];
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
    Knowledge_search: {
        parameters: {
            query: {
                /** @description 检索词 */
                q: string;
                /** @description 责任单位 */
                unit?: string;
                /** @description 每页条数，默认 10 */
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
                content: {
                    "application/json": components["schemas"]["FoundEntries"];
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
    Knowledge_stale: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 责任单位 */
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
                    "application/json": components["schemas"]["EntryList"];
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
    Knowledge_show: {
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
                    "application/json": components["schemas"]["EntryDetail"];
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
    Knowledge_revise: {
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
                "application/json": components["schemas"]["EntryContentBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntrySummary"];
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
    Knowledge_publish: {
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
                    "application/json": components["schemas"]["EntrySummary"];
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
    Knowledge_confirm: {
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
                    "application/json": components["schemas"]["EntrySummary"];
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
    Knowledge_sendBack: {
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
                "application/json": components["schemas"]["EntryReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntrySummary"];
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
    Knowledge_submit: {
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
                    "application/json": components["schemas"]["EntrySummary"];
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
    Knowledge_withdraw: {
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
                "application/json": components["schemas"]["EntryReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntrySummary"];
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
    Suggestion_ofText: {
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
                "application/json": components["schemas"]["SuggestBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
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
    Ticket_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                status?: "registered" | "accepted" | "declined" | "answered" | "dispatched" | "closed" | "returned-upstream";
                channel?: "phone" | "sms" | "email" | "website" | "wechat" | "app" | "prefecture";
                category?: "consultation" | "suggestion" | "help" | "complaint" | "report";
                /** @description 乡镇的行政区划代码 */
                townCode?: string;
                /** @description 来源系统 */
                source?: string;
                /** @description 在来源系统中的编号 */
                externalId?: string;
                /** @description 工单编号 */
                number?: string;
                /** @description 收到时间，含 */
                receivedFrom?: string;
                /** @description 收到时间，不含 */
                receivedTo?: string;
                /** @description 只列事项已答复或办结、尚未告知其诉求人的关联工单 */
                toTell?: "true";
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
                    "application/json": components["schemas"]["TicketList"];
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
    Registration_register: {
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
                "application/json": components["schemas"]["RegisterTicketBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredTicket"];
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
    DeskCounts_counts: {
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
                    "application/json": components["schemas"]["DeskCounts"];
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
    Ticket_show: {
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
                    "application/json": components["schemas"]["TicketDetail"];
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
    Ticket_accept: {
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
                "application/json": components["schemas"]["AcceptTicketBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketSummary"];
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
    Ticket_answerDirectly: {
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
                "application/json": components["schemas"]["AnswerDirectlyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketSummary"];
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
    Attachment_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
            };
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
                    "application/json": components["schemas"]["AttachmentList"];
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
    Attachment_add: {
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
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredAttachment"];
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
    Attachment_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                attachmentId: string;
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
                    "application/octet-stream": string;
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
    Ticket_changeCategory: {
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
                "application/json": components["schemas"]["ChangeCategoryBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketSummary"];
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
    Amendment_correct: {
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
                "application/json": components["schemas"]["CorrectTicketBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketSummary"];
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
    Ticket_decline: {
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
                "application/json": components["schemas"]["DeclineTicketBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclinedTicket"];
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
    Ticket_escalate: {
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
                "application/json": components["schemas"]["EscalateTicketBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalatedTicket"];
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
    Ticket_acknowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                escalationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketSummary"];
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
    IdentityRelease_approve: {
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
                "application/json": components["schemas"]["ApprovalBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenRelease"];
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
    IdentityRelease_consent: {
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
                "application/json": components["schemas"]["ConsentBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenRelease"];
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
    IdentityRelease_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
            };
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
                    "application/json": components["schemas"]["IdentityReleaseList"];
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
    IdentityRelease_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                releaseId: string;
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
                    "application/json": components["schemas"]["GivenRelease"];
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
    IdentityView_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
            };
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
                    "application/json": components["schemas"]["IdentityViewList"];
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
    IdentityView_view: {
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
                "application/json": components["schemas"]["IdentityViewBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetitionerView"];
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
    Link_link: {
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
                "application/json": components["schemas"]["LinkTicketBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkOutcome"];
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
    Amendment_correctPetitioner: {
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
                "application/json": components["schemas"]["PetitionerCorrectionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketSummary"];
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
    Link_told: {
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
                "application/json": components["schemas"]["PetitionerToldBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkOutcome"];
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
    Sheet_sheet: {
        parameters: {
            query?: {
                /** @description 默认 pdf */
                format?: "pdf" | "docx" | "html";
            };
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
    Suggestion_ofTicket: {
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
                    "application/json": components["schemas"]["Suggestions"];
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
    Amendment_supplement: {
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
                "application/json": components["schemas"]["SupplementTicketBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplementedTicket"];
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
    Link_answerAll: {
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
                "application/json": components["schemas"]["UnifiedAnswerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnifiedAnswerOutcome"];
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
    Link_unlink: {
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
                "application/json": components["schemas"]["UnlinkTicketBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkOutcome"];
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
    Topic_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                /** @description 乡镇的行政区划代码 */
                townCode?: string;
                /** @description 此时间以后仍有新工单 */
                since?: string;
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
                    "application/json": components["schemas"]["TopicList"];
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
    Topic_show: {
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
                    "application/json": components["schemas"]["TopicView"];
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
    Topic_tickets: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
            };
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
                    "application/json": components["schemas"]["TopicTicketList"];
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
}
