/** Written by npm run openapi -- --write. */

export interface paths {
    "/prefecture/health/live": {
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
    "/prefecture/health/ready": {
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
    "/prefecture/health/startup": {
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
    "/prefecture/metrics": {
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
    "/prefecture/v1/inbound/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The prefecture platform pushes a decision, signed; the first one stands (Art. 17(1), 17(return), 24) */
        post: operations["Decision_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prefecture/v1/inbound/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The prefecture platform pushes a transfer, signed; answered by a receipt, the same each time (Art. 14) */
        post: operations["Transfer_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prefecture/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of messages to the prefecture, oldest first; status=refused and given-up wait for a person (Art. 14, 16–18, 24) */
        get: operations["Outbound_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prefecture/v1/messages/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle a message by hand, with the reason */
        post: operations["Outbound_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prefecture/v1/messages/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a refused or given-up message again, under the same key */
        post: operations["Outbound_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prefecture/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The daily reports, newest first */
        get: operations["Reconciliation_list"];
        put?: never;
        /** Make the report of a day now, or again; the same however often it is asked for */
        post: operations["Reconciliation_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prefecture/v1/reconciliations/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report */
        get: operations["Reconciliation_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prefecture/v1/reconciliations/{day}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the two sides disagree on, by number */
        get: operations["Reconciliation_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prefecture/v1/reconciliations/{day}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as an .xlsx file */
        get: operations["Reconciliation_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prefecture/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the prefecture can be reached, and how much waits for it */
        get: operations["Status_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prefecture/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of transfers by the number of the prefecture, without words or persons (Art. 10, 14) */
        get: operations["Transfer_list"];
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
        ClosingBody: {
            /** @description 人工了结的理由，例如已电话告知州级 */
            reason: string;
        };
        DecisionBody: {
            /**
             * @description 所决定的申请
             * @enum {string}
             */
            kind: "return" | "extension" | "block";
            /**
             * @description 申请的编号，即本县所发消息的 key
             * @example extension:0190b5a4-7a3c-7f0e-9d3f-5f2a3b4c5d6e
             */
            reference: string;
            /** @description 是否同意 */
            accepted: boolean;
            /**
             * @description 州级平台的决定编号
             * @example CX-2018-0912
             */
            receipt: string;
            /**
             * Format: date-time
             * @description 作出决定的时间
             */
            decidedAt: string;
        };
        DecisionReceipt: {
            reference: string;
            accepted: boolean;
            /** @description 先收到的决定编号，以此为准 */
            receipt: string;
            /** Format: date-time */
            decidedAt: string;
        };
        DifferencePageView: {
            items: components["schemas"]["DifferenceView"][];
            next: string | null;
        };
        DifferenceView: {
            /** @enum {string} */
            kind: "missing-here" | "missing-there" | "other-state" | "other-decision" | "other-content" | "contradicting-decision" | "unknown-application" | "late-decision";
            /** @description 差异类别（中文） */
            kindText: string;
            /** @description 州级平台的工单编号 */
            number: string | null;
            /** @description 本县的工单编号 */
            ticketNumber: string | null;
            /** @description 申请的编号 */
            reference: string | null;
            /** @description 本县 */
            ours: string;
            /** @description 州级 */
            theirs: string;
        };
        FieldProblem: {
            /** @description 以点分隔的字段路径 */
            field: string;
            code: string;
            message: string;
        };
        MessagePageView: {
            items: components["schemas"]["MessageView"][];
            next: string | null;
        };
        MessageView: {
            id: number;
            /** @description 消息编号，两边一致 */
            key: string;
            /** @enum {string} */
            kind: "progress" | "return" | "extension" | "block" | "answer" | "feedback" | "closing" | "withdrawal";
            /** Format: uuid */
            ticketId: string | null;
            ticketNumber: string | null;
            prefectureNumber: string | null;
            /** @enum {string} */
            status: "waiting" | "sent" | "acknowledged" | "refused" | "given-up" | "withdrawn" | "closed";
            /** @description 已发送次数 */
            attempts: number;
            /** Format: date-time */
            happenedAt: string;
            /**
             * Format: date-time
             * @description 下次发送时间；已了结或待人工处理的为空
             */
            nextAttemptAt: string | null;
            /** @description 州级回执号 */
            receipt: string | null;
            /** @description 最近一次未成功的原因代码 */
            fault: string | null;
            /** Format: date-time */
            settledAt: string | null;
            /** @description 州级对申请的决定 */
            accepted: boolean | null;
            /** @description 州级的决定编号 */
            verdictReceipt: string | null;
            closedBy: string | null;
            closingReason: string | null;
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
        ReconcileBody: {
            /**
             * Format: date
             * @description 对账到哪一天为止（含）
             */
            day: string;
        };
        ReportPageView: {
            items: components["schemas"]["ReportView"][];
            next: string | null;
        };
        ReportView: {
            /** Format: date */
            day: string;
            /** Format: date */
            from: string;
            /** @enum {string} */
            status: "running" | "done" | "failed";
            /** @description 本县的转办件数 */
            here: number;
            /** @description 州级的转办件数 */
            there: number;
            differences: number;
            /**
             * @description 未完成的原因代码
             * @enum {string|null}
             */
            fault: "peer-list-unavailable" | "peer-list-unreadable" | "peer-list-endless" | "comparison-failed" | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        StatusView: {
            /** @enum {string} */
            peer: "connected" | "paused" | "no-peer-configured";
            /**
             * Format: date-time
             * @description 暂停到何时（应答本次查询的进程）
             */
            pausedUntil: string | null;
            waiting: number;
            sent: number;
            /** @description 州级拒收，待人工处理 */
            refused: number;
            /** @description 多次未送达，待人工处理 */
            givenUp: number;
            /** Format: date-time */
            oldestOpenSince: string | null;
        };
        TransferBody: {
            /**
             * @description 州级平台的工单编号
             * @example 楚州12345-2018-004417
             */
            number: string;
            /**
             * Format: date-time
             * @description 转办时间，县级转办时限由此起算
             */
            transferredAt: string;
            /**
             * @description 诉求人类别，不填为群众
             * @enum {string}
             */
            petitionerKind?: "individual" | "enterprise" | "deputy";
            /** @enum {string} */
            category: "consultation" | "suggestion" | "help" | "complaint" | "report";
            /** @description 事项分类 */
            subject?: string;
            /** @description 所在乡镇的行政区划代码 */
            townCode?: string;
            /** @description 事发地点 */
            place?: string;
            /** @example 龙川街路灯不亮 */
            title: string;
            /** @example 龙川街北段的路灯已有一周不亮。 */
            text: string;
            /**
             * Format: date
             * @description 州级要求办结的日期
             */
            dueOn?: string;
            petitioner?: components["schemas"]["TransferredPetitioner"];
        };
        TransferPageView: {
            items: components["schemas"]["TransferView"][];
            next: string | null;
        };
        TransferReceipt: {
            /** @description 州级平台的工单编号 */
            number: string;
            /**
             * @description 本县的工单编号，即回执
             * @example YM20181103-000123
             */
            ticketNumber: string;
            /**
             * Format: date-time
             * @description 本县收到的时间
             */
            receivedAt: string;
        };
        TransferView: {
            number: string;
            /** @enum {string} */
            status: "arriving" | "registered" | "refused";
            /**
             * @description 收到的途径；desk 为受理时人工登记
             * @enum {string}
             */
            way: "webhook" | "xlsx" | "desk";
            /** Format: uuid */
            ticketId: string | null;
            ticketNumber: string | null;
            /** @description 未予登记的原因代码 */
            cause: string | null;
            /** Format: date-time */
            transferredAt: string;
            /** Format: date-time */
            arrivedAt: string;
            /** Format: date-time */
            registeredAt: string | null;
        };
        TransferredPetitioner: {
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
    Decision_receive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionReceipt"];
                };
            };
        };
    };
    Transfer_receive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferReceipt"];
                };
            };
        };
    };
    Outbound_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                status?: "waiting" | "sent" | "acknowledged" | "refused" | "given-up" | "withdrawn" | "closed";
                kind?: "progress" | "return" | "extension" | "block" | "answer" | "feedback" | "closing" | "withdrawal";
                /** @description 工单标识 */
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
                    "application/json": components["schemas"]["MessagePageView"];
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
    Outbound_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
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
    Outbound_resend: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
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
                    "application/json": components["schemas"]["MessageView"];
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
    Reconciliation_list: {
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
    Reconciliation_order: {
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
                "application/json": components["schemas"]["ReconcileBody"];
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
    Reconciliation_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
    Reconciliation_differences: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
            };
            header?: never;
            path: {
                day: string;
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
                    "application/json": components["schemas"]["DifferencePageView"];
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
    Reconciliation_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
    Status_status: {
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
                    "application/json": components["schemas"]["StatusView"];
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
    Transfer_list: {
        parameters: {
            query?: {
                /** @description 每页条数，默认 50 */
                limit?: number;
                /** @description 上一页答复中的 next；首页不填 */
                cursor?: string;
                status?: "arriving" | "registered" | "refused";
                /** @description 州级平台的工单编号 */
                number?: string;
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
                    "application/json": components["schemas"]["TransferPageView"];
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
