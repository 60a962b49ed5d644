/** Made from the contract by `npm run generate`. */
export interface paths {
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one’s password; all other sessions end */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one’s sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entrance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this instance has an owner, and who may sign up */
        get: operations["getEntrance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in person */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one’s name or theme */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with mail address and password; the session comes as a cookie */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an account and sign in; the first one owns the instance */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitation-links/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join the organization an invitation link offers */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations of the organization, newest first */
        get: operations["listInvitations"];
        put?: never;
        /** Create an invitation link, good for 7 days and one person */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an organization; the caller becomes its owner */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitation-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation link offers */
        get: operations["getInvitationOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization of this call, with the caller’s role and permissions */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename the organization */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of the organization */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations the caller belongs to, or is a guest of */
        get: operations["listMyOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a member; their open editors close within seconds */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /** Change a member’s role */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/api/v1/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an invitation link */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization/enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make this the organization of the session, for calls that name none */
        post: operations["switchOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the limits the organization set itself, and those of its plan */
        get: operations["listLimits"];
        put?: never;
        /**
         * Limit how often a person, the organization, a connection or a model is used
         * @description What is above the plan is for the operator alone.
         */
        post: operations["createLimit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limits/{limitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Go back to what the plan allows */
        delete: operations["deleteLimit"];
        options?: never;
        head?: never;
        /**
         * Change a limit
         * @description What is above the plan is for the operator alone.
         */
        patch: operations["updateLimit"];
        trace?: never;
    };
    "/api/v1/budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what the organization may spend on models, and what it has spent
         * @description Days and months are those of UTC. A run counts to the day on which it started.
         */
        get: operations["getBudget"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Limit what the organization spends on models
         * @description Before a run starts, the most it can cost is reserved; what does not fit is refused with budget.exhausted.
         */
        patch: operations["updateBudget"];
        trace?: never;
    };
    "/api/v1/members/{memberId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a member used of what they may */
        get: operations["getMemberUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what you used of what you may, and the organization with you
         * @description Windows slide: what was used counts for an hour or a day from then on, in steps of a twentieth.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget what a member, a connection or a model has used
         * @description Without any of them what the organization has used is forgotten, which only the operator may do.
         */
        post: operations["resetUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many groups of notices are unread */
        get: operations["countUnreadNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instance/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For the operator: mail that did not go, and mail kept because no mail server is set */
        get: operations["getMailReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where each kind of notice goes, and when the daily mail comes */
        get: operations["getNoticeSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change when the daily mail comes, or pause mail */
        patch: operations["updateNoticeSettings"];
        trace?: never;
    };
    "/api/v1/notices/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The browsers in which one is told, and the key to subscribe another with */
        get: operations["getPushSettings"];
        /** Be told in this browser, until this session ends */
        put: operations["subscribePush"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/mutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Things one is not told about */
        get: operations["listNoticeMutes"];
        /** Be told no more about a thing, or be told again */
        put: operations["muteNotices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own notices in this organization, newest first, unread ones of a group as one */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all notices of this organization as read */
        post: operations["readAllNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{noticeId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark a notice, and the unread ones of its group, as read */
        put: operations["readNotice"];
        post?: never;
        /** Mark a notice, and those read together with it, as unread */
        delete: operations["unreadNotice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For the operator’s mail server: tell of a mail that came back (RFC 3464)
         * @description Takes the token of the settings of mail as `Authorization: Bearer …`.
         */
        post: operations["receiveBounce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instance/mail/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For the operator: send a mail again that did not go */
        post: operations["retryMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/settings/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say where a kind of notice goes */
        put: operations["setNoticePreference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/push/{subscriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Be told no more in one of one’s browsers */
        delete: operations["unsubscribePush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model-chains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the fallback chains */
        get: operations["listModelChains"];
        put?: never;
        /**
         * Put models in an order to fall back on
         * @description A run on a chain calls its first model; where that fails for a passing reason before its first word, the next.
         */
        post: operations["createModelChain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model-connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the connections to model providers */
        get: operations["listModelConnections"];
        put?: never;
        /**
         * Connect a model provider
         * @description The connection is tested before it is saved; a failing test refuses unless saveAnyway is set. Whoever may use models may make personal ones; those of the organization take the permission above.
         */
        post: operations["createModelConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what the catalogue does not know, or knows wrongly, of a model
         * @description A price entered here is what runs cost from then on; runs that are over keep theirs.
         */
        post: operations["createModelFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model-chains/{chainId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a fallback chain
         * @description Runs that used it keep its name.
         */
        delete: operations["deleteModelChain"];
        options?: never;
        head?: never;
        /** Change a fallback chain */
        patch: operations["updateModelChain"];
        trace?: never;
    };
    "/api/v1/model-connections/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a connection */
        get: operations["getModelConnection"];
        put?: never;
        post?: never;
        /**
         * Delete a connection and its key
         * @description Runs that used it keep its name.
         */
        delete: operations["deleteModelConnection"];
        options?: never;
        head?: never;
        /**
         * Change a connection
         * @description A changed address or key is tested before it is saved.
         */
        patch: operations["updateModelConnection"];
        trace?: never;
    };
    "/api/v1/model-facts/{factsId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Go back to what the catalogue says of a model */
        delete: operations["deleteModelFacts"];
        options?: never;
        head?: never;
        /** Change facts about a model */
        patch: operations["updateModelFacts"];
        trace?: never;
    };
    "/api/v1/model-servers/discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for Ollama, LM Studio, vLLM and llama.cpp on a machine
         * @description Asks each at its usual port for its models and answers for all of them, found or not. Nothing is stored.
         */
        post: operations["discoverModelServers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model-connections/{connectionId}/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the models of a connection
         * @description Those the provider listed at the last test; where it lists none, those known of this provider.
         */
        get: operations["listConnectionModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all models of the organization
         * @description The built-in echo model, which is not an AI, comes first.
         */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model-connections/{connectionId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a connection again and list its models anew
         * @description Answers 200 whether or not the test succeeds; `test` in the answer tells.
         */
        post: operations["testModelConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tags of the organization by name */
        get: operations["listTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{tagId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a tag wherever it is used */
        patch: operations["renameTag"];
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/branches/{branch}/draft/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the draft as Yjs updates */
        get: operations["getDraftUpdates"];
        put?: never;
        /**
         * Add Yjs updates to the draft
         * @description All or none; the same update twice counts once.
         */
        post: operations["appendDraftUpdates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-requests/{requestId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a move; the last approval that is needed moves the label */
        post: operations["approveLabelMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a prompt into the archive */
        post: operations["archivePrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-requests/{requestId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what one asked for */
        post: operations["cancelLabelRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/branches/{branch}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save the draft as the next version
         * @description With a stale parent it is refused with 409 and the head; of many at once exactly one succeeds.
         */
        post: operations["commitVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what differs between two versions */
        get: operations["compareVersions"];
        put?: never;
        /** Tell what differs between two versions, and between what they would send for given values */
        post: operations["compareRendered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a document of a prompt in the language of another tool, without storing it */
        post: operations["convertPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the branches */
        get: operations["listBranches"];
        put?: never;
        /**
         * Make a branch that goes on from a version
         * @description Whoever sees a prompt and has the permission may branch it, and write the branch they made.
         */
        post: operations["createBranch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the prompts one may see */
        get: operations["listPrompts"];
        put?: never;
        /**
         * Create a prompt
         * @description A path that is taken is refused; one made from the title gets a number instead.
         */
        post: operations["createPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a prompt from a file
         * @description Title, description and tags are taken from the file; a path in it that is taken gets a number behind it.
         */
        post: operations["createPromptFromFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/branches/{branch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a branch; its versions stay, and it can be restored */
        delete: operations["deleteBranch"];
        options?: never;
        head?: never;
        /** Rename a branch */
        patch: operations["renameBranch"];
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/labels/{label}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Point a label at a version, or split it between several
         * @description For a label that does not exist yet the tag is "r0".
         */
        put: operations["setLabel"];
        post?: never;
        /** Take a label away */
        delete: operations["deleteLabel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what is known about a prompt */
        get: operations["getPrompt"];
        put?: never;
        post?: never;
        /** Delete a prompt; it can be restored for 30 days */
        delete: operations["deletePrompt"];
        options?: never;
        head?: never;
        /** Change title, path, description, tags, visibility or co-editors */
        patch: operations["updatePrompt"];
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/branches/{branch}/draft/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go back to the last saved version */
        post: operations["discardDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an own copy of a prompt, linked to it */
        post: operations["duplicatePrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/favorite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark as a favorite of one’s own */
        put: operations["favoritePrompt"];
        post?: never;
        /** Take the mark away */
        delete: operations["unfavoritePrompt"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/branches/{branch}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the uncommitted text of a branch */
        get: operations["getDraft"];
        /** Replace the draft; others who edit it see only what differs */
        put: operations["replaceDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a move that was asked for */
        get: operations["getLabelRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a prompt as a file */
        get: operations["getPromptFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what depends on a prompt, directly and through others */
        get: operations["getPromptImpact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/prompts/{promptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a prompt that anyone with its address may read
         * @description Only one that is published and whose visibility is public: the version its label production points at, else the newest. References to other prompts stay in the text as they are written. Nothing is counted.
         */
        get: operations["getPublicPrompt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/upstream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the original of a copy, and whether it has newer versions */
        get: operations["getUpstream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a version with its document */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the versions of all branches with their parents, the newest first */
        get: operations["getVersionGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/labels/{label}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where a label pointed, the newest move first */
        get: operations["listLabelMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List moves of protected labels that were asked for, the newest first */
        get: operations["listLabelRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List which labels are protected, and what a move of them needs */
        get: operations["listLabelRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the labels and what they point at */
        get: operations["listLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/versions/{number}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was found out about a version */
        get: operations["listVersionChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions, the newest first */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a branch or version into a branch: one version with two parents
         * @description Every conflict needs a resolution. With a head that moved it is refused with 409 and both heads. Changes in the draft of the target are carried over, or refuse the merge where they conflict with it.
         */
        post: operations["mergeBranch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/branches/{branch}/draft/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a document made from an older version into the draft
         * @description For whoever was refused with prompt.version_conflict: afterwards the draft can be committed.
         */
        post: operations["mergeDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{tagId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give prompts that carry a tag another one instead, and end the tag; the answer is the one that stays */
        post: operations["mergeTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/branches/{branch}/draft/merge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell what merging a document into the draft gives */
        post: operations["previewDraftMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/merges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell what merging a branch or version into a branch gives, and what both changed */
        post: operations["previewMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/pull/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell what pulling the changes of the original into a copy gives */
        post: operations["previewPull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let colleagues see and run a prompt */
        post: operations["publishPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge what the original did since it was last taken into a copy */
        post: operations["pullUpstream"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one has opened it; counted once a day, never for the author */
        post: operations["recordPromptView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-requests/{requestId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a move, which closes the request */
        post: operations["rejectLabelMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-rules/{label}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Protect a label in all prompts of the organization
         * @description For a label without a rule the tag is "r0".
         */
        put: operations["setLabelRule"];
        post?: never;
        /** Protect a label no longer */
        delete: operations["removeLabelRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell which messages would be sent */
        post: operations["renderPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/versions/{number}/checks/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Report what a check found out about a version; the last report of a name counts
         * @description Rules of labels and of reviews ask for checks by name. A new version needs reports of its own.
         */
        put: operations["reportVersionCheck"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/labels/{label}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to move a protected label
         * @description If-Match names the label as it is; for one that does not exist yet the tag is "r0".
         */
        post: operations["requestLabelMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/references/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find the texts behind references such as tone/voice@production */
        post: operations["resolveReferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/branches/{branch}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore the branch of this name that was deleted last, with its draft */
        post: operations["restoreBranch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a deleted prompt
         * @description When its path was taken meanwhile, it gets a number behind it.
         */
        post: operations["restorePrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/versions/{number}/restore-section": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring one section of an old version back, into the draft or as a version */
        post: operations["restoreSection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/versions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save an old version again as the newest one, and set the draft to it */
        post: operations["restoreVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/labels/{label}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Point a label back at what it pointed at before
         * @description A protected label is rolled back by whoever may approve its moves, without another approval.
         */
        post: operations["rollBackLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a prompt out of the archive, as it was before */
        post: operations["unarchivePrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide a prompt from colleagues again */
        post: operations["unpublishPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what is wrong with a document, without storing it
         * @description A document that is not valid at all is refused with 422 and the paths of its faults; what is odd in a valid one comes as problems.
         */
        post: operations["validatePrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{commentId}/reactions/{sign}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** React to a comment */
        put: operations["addReaction"];
        post?: never;
        /** Take a reaction back */
        delete: operations["removeReaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{commentId}/suggestion/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a suggestion into the draft and resolve its thread
         * @description For whoever may write the prompt. The words it replaces must stand in the draft exactly as they did; otherwise nothing is written.
         */
        post: operations["applySuggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{threadId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer in a thread */
        post: operations["createComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the threads about a thing, those with the newest comment first
         * @description What is said about a draft is shown to whoever may write it, and to others once a version holds the words.
         */
        get: operations["listThreads"];
        put?: never;
        /** Begin a thread about a thing, or about words of a prompt */
        post: operations["createThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a comment: one’s own, or any for whoever moderates
         * @description One that was answered leaves its place; a thread without comments is gone.
         */
        delete: operations["deleteComment"];
        options?: never;
        head?: never;
        /** Change what one said */
        patch: operations["updateComment"];
        trace?: never;
    };
    "/api/v1/comments/{commentId}/suggestion/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a suggestion: for its author and whoever may write the prompt */
        post: operations["dismissSuggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find members and groups to mention */
        get: operations["findMentions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{threadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a thread */
        get: operations["getThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened, the newest first, as far as the caller may know
         * @description A page may hold fewer entries than asked for, also none, and still have a next one.
         */
        get: operations["listActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{threadId}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Remember that one has read a thread up to now */
        put: operations["markThreadSeen"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{threadId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a resolved thread again */
        post: operations["reopenThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{threadId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a thread as resolved */
        post: operations["resolveThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a review without merging: for its author and whoever may write the target */
        post: operations["closeReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{promptId}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a branch to be looked at and merged */
        post: operations["createReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve, ask for changes, or say something */
        post: operations["decideReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a review */
        get: operations["getReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change title, description, reviewers, or whether it is a draft: for its author */
        patch: operations["updateReview"];
        trace?: never;
    };
    "/api/v1/review-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a review needs before it may be merged */
        get: operations["getReviewRule"];
        /**
         * Set what a review needs before it may be merged
         * @description Before the first change the tag is "r0".
         */
        put: operations["setReviewRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List reviews of prompts one sees, the newest first */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a review that has what the rule asks for: for whoever may write the target
         * @description Conflicts need resolutions, as for merging branches.
         */
        post: operations["mergeReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed review again */
        post: operations["reopenReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/share-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links one made, newest first; those of everybody for who manages sharing */
        get: operations["listShareLinks"];
        put?: never;
        /** Make a link to a prompt, run or comparison, for anyone who has it */
        post: operations["createShareLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Guests one invited, newest first; those of everybody for who manages sharing */
        get: operations["listGuests"];
        put?: never;
        /** Invite somebody who is no member to single prompts, by mail */
        post: operations["inviteGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guests/{guestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End what a guest sees; what they have open closes within seconds */
        delete: operations["removeGuest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/share-links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a link; who has it open sees nothing more with the next request */
        delete: operations["revokeShareLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-sets/{caseSetId}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the cases of a set in their order, as now or as of one of its versions */
        get: operations["listCases"];
        put?: never;
        /** Add cases to a set, all or none */
        post: operations["addCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sets of cases, newest first */
        get: operations["listCaseSets"];
        put?: never;
        /** Make a set of cases for a prompt */
        post: operations["createCaseSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a case */
        get: operations["getCase"];
        put?: never;
        post?: never;
        /**
         * Take a case out of its set
         * @description Earlier versions of the set keep it.
         */
        delete: operations["deleteCase"];
        options?: never;
        head?: never;
        /** Change a case */
        patch: operations["updateCase"];
        trace?: never;
    };
    "/api/v1/case-sets/{caseSetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a set of cases */
        get: operations["getCaseSet"];
        put?: never;
        post?: never;
        /**
         * Delete a set of cases
         * @description Reports of suites keep what they ran. It can be restored.
         */
        delete: operations["deleteCaseSet"];
        options?: never;
        head?: never;
        /** Rename a set of cases */
        patch: operations["updateCaseSet"];
        trace?: never;
    };
    "/api/v1/case-sets/{caseSetId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the cases of a set as CSV */
        get: operations["exportCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-sets/{caseSetId}/cases/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a case for each row of a CSV file, all or none */
        post: operations["importCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-sets/{caseSetId}/cases/csv/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a CSV file would add to a set, without adding it */
        post: operations["previewCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-sets/{caseSetId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted set of cases back */
        post: operations["restoreCaseSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answer-cache/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget all answers that would be served again */
        post: operations["clearAnswerCache"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compare the answers of two runs word by word */
        get: operations["compareRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with an answer that was cut off, as a new run of the same comparison
         * @description For runs that were interrupted, stopped, broken off or cut at the output limit. The text so far is given back to the model. Files that were not kept with the run must be sent again; what differs is reported.
         */
        post: operations["continueRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comparisons/{comparisonId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the runs of a comparison as server-sent events
         * @description Last-Event-ID continues where a lost connection ended. Ends when all its runs are over.
         */
        get: operations["followComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answer-cache": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get whether answers are served again from a cache */
        get: operations["getAnswerCache"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Let identical requests at temperature 0 be served from an earlier answer
         * @description Switching it off forgets what it holds. Answers stay in their runs.
         */
        patch: operations["updateAnswerCache"];
        trace?: never;
    };
    "/api/v1/comparisons/{comparisonId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get runs that were started together */
        get: operations["getComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a run with what was sent and answered */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run the same again, as then or with the newest version, as a new run of the same comparison
         * @description Files that were not kept with the run must be sent again; what differs is reported.
         */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List and search runs, newest first */
        get: operations["listRuns"];
        put?: never;
        /**
         * Run a prompt on one or more models
         * @description Each model answers each set of values as often as `samples` says. Answers at once; the runs go on at the server whether or not anybody listens. Follow the comparison for their events.
         */
        post: operations["startRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comparisons/{comparisonId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop all runs of a comparison
         * @description As each run is stopped by itself. Runs that are over stay as they are.
         */
        post: operations["stopComparison"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a run
         * @description The call to the provider is closed at once and the text so far is kept. A run that is over stays as it is.
         */
        post: operations["stopRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List kept comparisons of runs: your own, and those shared with everybody */
        get: operations["listJudgements"];
        put?: never;
        /** Keep a comparison of two to six runs, with notes and a verdict */
        post: operations["createJudgement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/run-folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a folder for your runs */
        post: operations["createRunFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/run-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a search of runs */
        post: operations["createRunQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/judgements/{judgementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a kept comparison with its runs */
        get: operations["getJudgement"];
        put?: never;
        post?: never;
        /** Delete a kept comparison; its runs stay */
        delete: operations["deleteJudgement"];
        options?: never;
        head?: never;
        /**
         * Change the notes, the verdict or the sharing of a kept comparison
         * @description Whoever made it may. Sharing shows its runs, whole, to everybody in the organization.
         */
        patch: operations["updateJudgement"];
        trace?: never;
    };
    "/api/v1/run-folders/{folderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a folder; its runs stay, in no folder */
        delete: operations["deleteRunFolder"];
        options?: never;
        head?: never;
        /** Rename a folder of runs */
        patch: operations["updateRunFolder"];
        trace?: never;
    };
    "/api/v1/run-queries/{queryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a kept search */
        delete: operations["deleteRunQuery"];
        options?: never;
        head?: never;
        /** Change a kept search */
        patch: operations["updateRunQuery"];
        trace?: never;
    };
    "/api/v1/run-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the runs of a search, with their answers, as a file
         * @description More than one’s own runs need data.export. The file is written as it is read, newest first.
         */
        get: operations["exportRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/run-retention/outdated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the runs that would be erased if runs were kept for so many days */
        get: operations["getOutdatedRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/run-retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how long the organization keeps runs */
        get: operations["getRunRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set how long the organization keeps runs */
        patch: operations["updateRunRetention"];
        trace?: never;
    };
    "/api/v1/run-shelf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get your folders, tags, bookmarks and kept searches of runs */
        get: operations["getRunShelf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/run-marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bookmark runs, put them in a folder, or tag them
         * @description Marks are one’s own. What is left out stays as it is; asking twice changes nothing more.
         */
        post: operations["markRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List suites, newest first */
        get: operations["listSuites"];
        put?: never;
        /** Make a suite */
        post: operations["createSuite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suites/{suiteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a suite */
        get: operations["getSuite"];
        put?: never;
        post?: never;
        /** Delete a suite; its runs go with it from the lists */
        delete: operations["deleteSuite"];
        options?: never;
        head?: never;
        /** Change a suite */
        patch: operations["updateSuite"];
        trace?: never;
    };
    "/api/v1/suite-runs/{suiteRunId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a report as JUnit XML or JSON */
        get: operations["exportSuiteRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-sets/{caseSetId}/proposals/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the cases a model proposed, as far as its run is over */
        get: operations["getProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suite-runs/{suiteRunId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the report of a run of a suite, also while it goes on */
        get: operations["getSuiteRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suite-runs/{suiteRunId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what came of each case on each version and model */
        get: operations["listSuiteItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suites/{suiteId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the runs of a suite, newest first */
        get: operations["listSuiteRuns"];
        put?: never;
        /**
         * Run a suite
         * @description Answers at once; it goes on at the server, and after a restart of it.
         */
        post: operations["startSuite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-sets/{caseSetId}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a model for cases of the prompt, to be looked at before any is stored
         * @description Answers at once with a run, which counts and costs like any other. Its proposals are read by themselves; those that are wanted are added to the set like other cases.
         */
        post: operations["proposeCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suite-runs/{suiteRunId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a run of a suite that was stopped or broke off
         * @description What was judged is not run again. The versions are those it began with.
         */
        post: operations["resumeSuiteRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suite-runs/{suiteRunId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run of a suite; what was judged stays */
        post: operations["stopSuiteRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one import */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a prompt of each row of a CSV file, all or none */
        post: operations["importCsv"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/promptfoo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make prompts, cases and suites of a promptfoo configuration, all or none
         * @description Programs of a configuration are never run. What has no counterpart stands in the problems.
         */
        post: operations["importPromptfoo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports, the newest first
         * @description One sees one’s own; who may edit every prompt sees all.
         */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/csv/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell what a CSV import would do, without doing it */
        post: operations["previewCsvImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/promptfoo/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell what would become of a promptfoo configuration, without doing it */
        post: operations["previewPromptfooImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete the prompts of an import that nobody changed since */
        post: operations["undoImport"];
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
        /** @description An error (RFC 9457). */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Stable; what programs compare. */
            code: string;
            detail: string;
            instance?: string;
            requestId?: string;
            params?: {
                [key: string]: unknown;
            };
            errors?: {
                path: (string | number)[];
                code: string;
                message: string;
            }[];
        };
        Entrance: {
            /** @description False until the first account, the owner’s, was made. */
            claimed: boolean;
            /** @enum {string} */
            signUp: "open" | "invited" | "domains";
            setUpCodeNeeded: boolean;
        };
        Me: {
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            theme: "auto" | "light" | "dark";
            /** @description Whether this person runs the instance. */
            operator: boolean;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        Session: {
            id: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            expiresAt: string;
            address: string | null;
            device: string | null;
            current: boolean;
        };
        /** @description An organization the caller belongs to. */
        Membership: {
            organizationId: string;
            name: string;
            slug: string;
            /** @enum {string} */
            kind: "personal" | "team";
            /** @enum {string} */
            role: "owner" | "admin" | "editor" | "viewer" | "guest";
        };
        CreatedInvitation: {
            id: string;
            /** @enum {string} */
            role: "owner" | "admin" | "editor" | "viewer";
            note: string;
            createdBy: components["schemas"]["PersonRef"];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            expiresAt: string;
            /** @enum {string} */
            state: "open" | "accepted" | "revoked" | "expired";
            /** @description The link to hand over; it is shown this once. */
            link: string;
        };
        /** @description A person as colleagues see them. */
        PersonRef: {
            id: string;
            name: string;
        };
        /** @description What an invitation link offers. */
        InvitationOffer: {
            organizationName: string;
            /** @enum {string} */
            role: "owner" | "admin" | "editor" | "viewer" | "guest";
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            expiresAt: string;
            invitedBy: string;
            /** @description For a guest: the things they are invited to. */
            titles: string[];
            /** @description The page it leads to once it is accepted. */
            address: string;
        };
        Organization: {
            id: string;
            name: string;
            slug: string;
            /** @enum {string} */
            kind: "personal" | "team";
            /** @enum {string} */
            role: "owner" | "admin" | "editor" | "viewer" | "guest";
            /** @description What the caller may do here. */
            permissions: string[];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        InvitationPage: {
            items: components["schemas"]["Invitation"][];
            nextCursor: string | null;
        };
        Invitation: {
            id: string;
            /** @enum {string} */
            role: "owner" | "admin" | "editor" | "viewer";
            note: string;
            createdBy: components["schemas"]["PersonRef"];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            expiresAt: string;
            /** @enum {string} */
            state: "open" | "accepted" | "revoked" | "expired";
        };
        MemberPage: {
            items: components["schemas"]["Member"][];
            nextCursor: string | null;
        };
        Member: {
            id: string;
            person: components["schemas"]["PersonRef"];
            /** @enum {string} */
            role: "owner" | "admin" | "editor" | "viewer";
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            joinedAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /** @description How often an organization lets itself run and upload, below its plan. */
        Limit: {
            id: string;
            /** @enum {string} */
            scope: "organization" | "person" | "connection" | "model";
            /** @description Whom alone it limits; null where it is not of one person. */
            person: components["schemas"]["PersonRef"] | null;
            connectionId: string | null;
            model: string | null;
            /** @description Of the connection; null when it is gone or not yours to see. */
            name: string | null;
            /** @description In any stretch of an hour; null is no limit of its own. */
            runsAnHour: number | null;
            /** @description In any stretch of 24 hours. */
            runsADay: number | null;
            /** @description Runs over this wait for a place. */
            runsAtOnce: number | null;
            uploadsAnHour: number | null;
            uploadsADay: number | null;
            /** @description The operator raised it above what the plan allows. */
            raised: boolean;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /** @description Limits of spending, and what was spent of them. */
        Budget: {
            day: components["schemas"]["Spending"];
            month: components["schemas"]["Spending"];
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        Spending: {
            limitMicroDollars: number | null;
            /** @description By runs that are over. */
            spentMicroDollars: number;
            /** @description What open runs may still cost at most. */
            reservedMicroDollars: number;
            /** @description The first day of the period, in UTC. */
            startsOn: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            endsAt: string;
        };
        /** @description What one used of what one may, and the organization with one. */
        Usage: {
            items: components["schemas"]["UsageCounter"][];
            runsAtOnce: {
                organization: number;
                person: number;
            };
        };
        UsageCounter: {
            /** @enum {string} */
            scope: "organization" | "person" | "connection" | "model" | "address";
            connectionId: string | null;
            model: string | null;
            /** @description Of the connection. */
            name: string | null;
            /** @enum {string} */
            measure: "run" | "upload";
            /** @enum {string} */
            window: "hour" | "day";
            limit: number;
            used: number;
            remaining: number;
            /**
             * Format: date-time
             * @description When all of the limit is back. Windows slide: part of it is back before.
             */
            resetAt: string;
            /** @enum {string} */
            level: "ok" | "near" | "close" | "full";
        };
        /** @description What counts where the organization says nothing, and what only the operator exceeds. */
        PlanLimits: {
            name: string;
            organization: {
                /** @description In any stretch of an hour; null is no limit of its own. */
                runsAnHour: number | null;
                /** @description In any stretch of 24 hours. */
                runsADay: number | null;
                /** @description Runs over this wait for a place. */
                runsAtOnce: number | null;
                uploadsAnHour: number | null;
                uploadsADay: number | null;
            };
            person: {
                /** @description In any stretch of an hour; null is no limit of its own. */
                runsAnHour: number | null;
                /** @description In any stretch of 24 hours. */
                runsADay: number | null;
                /** @description Runs over this wait for a place. */
                runsAtOnce: number | null;
                uploadsAnHour: number | null;
                uploadsADay: number | null;
            };
        };
        UnreadCount: {
            /** @description Groups of unread notices one still has access to. */
            count: number;
            /** @description Whether there are more than were counted. */
            more: boolean;
        };
        MailReport: {
            delivers: boolean;
            troubled: components["schemas"]["TroubledMail"][];
            kept: components["schemas"]["KeptMail"][];
            /** @description Where a mail server posts mail that came back, and what it proves itself with. */
            bounces: {
                address: string;
                token: string;
            };
        };
        /** @description A mail that did not go at once; never what it says. */
        TroubledMail: {
            id: string;
            organizationId: string;
            organizationName: string;
            /** @enum {string} */
            purpose: "notices" | "digest" | "letter";
            address: string | null;
            /** @enum {string} */
            state: "waiting" | "failed" | "unknown" | "returned";
            attempts: number;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            nextAt: string;
            error: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
        };
        /** @description A mail kept for the operator, since no mail server is set. */
        KeptMail: {
            id: string;
            to: string;
            subject: string;
            text: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            at: string;
        };
        NoticeSettings: {
            items: components["schemas"]["NoticePreference"][];
            /** @description Where mail goes. */
            address: string;
            /** @description Whether this instance sends mail, or keeps it for the operator. */
            delivers: boolean;
            digestHour: number;
            timeZone: string;
            /** @description No notice goes by mail; set by the link in a mail. */
            mailPaused: boolean;
            /** @description Set when a mail to the address came back: none goes there until `addressWorks`. */
            mailReturned: {
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                at: string;
                reason: string;
            } | null;
        };
        NoticePreference: {
            kind: string;
            summary: string;
            app: boolean;
            /** @enum {string} */
            mail: "immediate" | "daily" | "never";
            /** @description Whether it goes to the browsers that are subscribed. */
            push: boolean;
            /** @description Whether the person chose, or it is as it comes. */
            chosen: boolean;
        };
        PushSettings: {
            /** @description False where whoever runs the instance turned it off. */
            offered: boolean;
            /** @description The applicationServerKey to subscribe with, as base64url. */
            publicKey: string;
            items: {
                id: string;
                /** @description The host of the push service the browser chose. */
                service: string;
                /** @description The User-Agent it subscribed with. */
                device: string | null;
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                toldAt: string | null;
                /** @description Why the last message was refused. */
                problem: string | null;
                /** @description Whether it is the browser of this session. */
                current: boolean;
            }[];
        };
        /** @description A thing one is not told about. */
        NoticeMute: {
            subject: {
                kind: string;
                id: string;
                title: string;
            };
            address: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            mutedAt: string;
        };
        NoticePage: {
            items: components["schemas"]["Notice"][];
            nextCursor: string | null;
        };
        Notice: {
            /** @description The newest of the notices shown as this one. */
            id: string;
            kind: string;
            title: string;
            body: string | null;
            /** @description How many notices are shown as this one. */
            count: number;
            by: components["schemas"]["PersonRef"] | null;
            subject: {
                kind: string;
                id: string;
                title: string;
            };
            /** @description The place it opens: a path of the web app. */
            address: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            read: boolean;
        };
        BounceOutcome: {
            /**
             * @description undeliverable: no other mail goes to that address. failed: given up for now. ignored: no report about a mail of ours.
             * @enum {string}
             */
            outcome: "undeliverable" | "failed" | "ignored";
        };
        /** @description Models in an order: where one fails for a passing reason before its first word, the next is called. */
        ModelChain: {
            id: string;
            name: string;
            steps: {
                connectionId: string | null;
                /** @description null when the connection is gone. */
                connectionName: string | null;
                model: string;
            }[];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /** @description An account at a model provider that an organization uses. */
        ModelConnection: {
            id: string;
            name: string;
            /** @enum {string} */
            provider: "openai" | "anthropic" | "google" | "openai_compatible";
            baseUrl: string | null;
            /**
             * @description null where a provider has one way only.
             * @enum {string|null}
             */
            api: "chat" | "responses" | null;
            /** @description Yours alone; others do not see it. */
            personal: boolean;
            /** @description The last characters of the key, to tell keys apart; null without a key. */
            keyEnding: string | null;
            test: components["schemas"]["ModelConnectionTest"] | null;
            /** @description null where nothing was called of late. */
            health: components["schemas"]["ModelConnectionHealth"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        ModelConnectionTest: {
            ok: boolean;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            at: string;
            /** @description Why it failed: model.unauthorized, model.unreachable, … */
            code: string | null;
            /** @description The reason in words. */
            message: string | null;
            /** @description How many models the provider listed. */
            models: number;
        };
        ModelConnectionHealth: {
            /**
             * @description closed: calls go out. open: after failures in a row none goes out for a while. half_open: one goes out to try.
             * @enum {string}
             */
            state: "closed" | "open" | "half_open";
            /** @description Failures one after the other. */
            failures: number;
            /**
             * Format: date-time
             * @description When the next call may go out.
             */
            until: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            lastSuccessAt: string | null;
            lastFailure: {
                code: string;
                message: string;
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                at: string;
            } | null;
        };
        /** @description What an organization says of a model in place of the catalogue. null: the catalogue counts. */
        ModelFacts: {
            id: string;
            connectionId: string;
            model: string;
            contextWindow: number | null;
            maxOutputTokens: number | null;
            vision: boolean | null;
            tools: boolean | null;
            schema: boolean | null;
            reasoning: boolean | null;
            /** @description Millionths of a US dollar for a million tokens. */
            inputMicroDollars: number | null;
            /** @description Millionths of a US dollar for a million tokens. */
            outputMicroDollars: number | null;
            /** @description Millionths of a US dollar for a million tokens. */
            cachedInputMicroDollars: number | null;
            /**
             * Format: date
             * @description A day, YYYY-MM-DD.
             */
            retiresOn: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /** @description Where a server of local models was looked for. */
        DiscoveredServer: {
            /** @enum {string} */
            server: "ollama" | "lm_studio" | "vllm" | "llama_cpp";
            name: string;
            baseUrl: string;
            ok: boolean;
            code: string | null;
            /** @description Why it was not found, in words. */
            message: string | null;
            /** @description The first models it lists. */
            models: string[];
            modelCount: number;
            /** @description The connection that uses it already. */
            connectionId: string | null;
        };
        /** @description A model one can run on. */
        Model: {
            /** @description Null for the built-in model. */
            connectionId: string | null;
            connectionName: string;
            /** @enum {string} */
            provider: "openai" | "anthropic" | "google" | "openai_compatible" | "echo";
            model: string;
            name: string;
            /** @description False for the echo model, which only repeats what it receives. */
            ai: boolean;
            /**
             * @description discovered: the provider listed it. catalogue: known of this provider, not listed by it.
             * @enum {string}
             */
            source: "built_in" | "discovered" | "catalogue";
            contextWindow: number | null;
            maxOutputTokens: number | null;
            price: components["schemas"]["ModelPrice"] | null;
            /** @description Null where nobody says. */
            abilities: {
                vision: boolean | null;
                tools: boolean | null;
                schema: boolean | null;
                reasoning: boolean | null;
            };
            settings: components["schemas"]["SettingsTaken"];
            /**
             * Format: date
             * @description The day its provider takes it away, as far as known.
             */
            retiresOn: string | null;
            /** @description Its provider has replaced it, or its last day is past. */
            outdated: boolean;
            /** @description What the organization changed of the above. */
            facts: components["schemas"]["ModelFacts"] | null;
        };
        ModelPrice: {
            /** @description For a million input tokens. */
            inputMicroDollars: number | null;
            outputMicroDollars: number | null;
            cachedInputMicroDollars: number | null;
            /** @description Larger requests cost more a token than this. */
            tiered: boolean;
            /** @description The price table this comes from, as stored on runs. */
            version: string;
        };
        /** @description Which settings it takes. false: left out of a run, with a warning. null: nobody says, or it depends; it is sent. */
        SettingsTaken: {
            temperature: boolean | null;
            topP: boolean | null;
            topK: boolean | null;
            maxOutputTokens: boolean | null;
            stop: boolean | null;
            seed: boolean | null;
            frequencyPenalty: boolean | null;
            presencePenalty: boolean | null;
            reasoningEffort: boolean | null;
        };
        TagPage: {
            items: components["schemas"]["Tag"][];
            nextCursor: string | null;
        };
        /** @description A word of the organization’s vocabulary. */
        Tag: {
            id: string;
            name: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
        };
        /** @description Answered once the updates are stored for good. */
        PromptDraftAck: {
            seq: number;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            problems: components["schemas"]["DocumentProblem"][];
        };
        DocumentProblem: {
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            code: string;
            message: string;
            sectionId?: string;
            subject?: string;
            from: {
                offset: number;
                line: number;
                column: number;
            };
            to: {
                offset: number;
                line: number;
                column: number;
            };
        };
        /** @description A move of a protected label that waits for others. */
        LabelRequest: {
            id: string;
            promptId: string;
            promptTitle: string;
            promptPath: string;
            label: string;
            before: {
                version: number;
                weight: number;
            }[];
            after: {
                version: number;
                weight: number;
            }[];
            note: string;
            status: components["schemas"]["LabelRequestStatus"];
            proposedBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            proposedAt: string;
            closedBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            closedAt: string | null;
            /** @description Approvals that a move of this label needs. */
            needed: number;
            votes: {
                person: components["schemas"]["PersonRef"] | null;
                approves: boolean;
                note: string;
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                at: string;
            }[];
            /** @description Checks that must still pass. */
            missingChecks: {
                version: number;
                check: string;
            }[];
            may: {
                approve: boolean;
                cancel: boolean;
            };
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /**
         * @description stale: the label moved otherwise meanwhile.
         * @enum {string}
         */
        LabelRequestStatus: "pending" | "moved" | "rejected" | "canceled" | "stale";
        Prompt: {
            id: string;
            path: string;
            title: string;
            description: string;
            status: components["schemas"]["PromptStatus"];
            visibility: components["schemas"]["PromptVisibility"];
            tags: string[];
            /** @description null once the account is deleted. */
            author: components["schemas"]["PersonRef"] | null;
            head: {
                id: string;
                number: number;
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                committedAt: string;
            } | null;
            isFavorite: boolean;
            counters: {
                views: number;
                uses: number;
                favorites: number;
            };
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            deletedAt: string | null;
            defaultBranch: string;
            coEditors: components["schemas"]["PersonRef"][];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            publishedAt: string | null;
            /** @description The prompt this is a copy of. */
            upstream: {
                promptId: string;
                version: number | null;
            } | null;
            may: {
                write: boolean;
                publish: boolean;
                delete: boolean;
            };
        };
        /**
         * @description Whether colleagues see it; unrelated to what is saved.
         * @enum {string}
         */
        PromptStatus: "unpublished" | "published" | "archived";
        /**
         * @description private: author and co-editors. organization: members, once published. public: anyone with its address.
         * @enum {string}
         */
        PromptVisibility: "private" | "organization" | "public";
        CommittedVersion: {
            version: components["schemas"]["PromptVersion"];
            /** @description false: nothing had changed, and this is the version there was. */
            created: boolean;
        };
        PromptVersion: {
            id: string;
            number: number;
            parents: number[];
            branch: string;
            /** @description null once the account is deleted. */
            author: components["schemas"]["PersonRef"] | null;
            message: string;
            /** @description SHA-256 of the canonical JSON of the document. */
            hash: string;
            /** @description null for versions from before this was counted. */
            changes: components["schemas"]["ChangeSummary"] | null;
            /** @description The older version it repeats. */
            restoredFrom: number | null;
            /** @description In a copy: the version of the original that was taken in with it. */
            upstreamVersion: number | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            labels: string[];
            document: components["schemas"]["PromptDocument"];
        };
        /** @description What a version did to its first parent, in numbers. */
        ChangeSummary: {
            sections: {
                added: number;
                removed: number;
                changed: number;
                moved: number;
            };
            variables: {
                added: number;
                removed: number;
                changed: number;
                moved: number;
            };
            examples: {
                added: number;
                removed: number;
                changed: number;
                moved: number;
            };
            tools: {
                added: number;
                removed: number;
                changed: number;
                moved: number;
            };
            /** @description Model settings that differ. */
            settings: number;
            /** @description Of examplesAs, responseSchema, delimiters, extends and techniques, those that differ. */
            document: number;
        };
        /** @description The whole content of one version of a prompt. */
        PromptDocument: {
            sections: {
                id: string;
                /** @enum {string} */
                kind: "system" | "instructions" | "context" | "examples" | "output_format" | "message";
                /** @enum {string|null} */
                role: "system" | "user" | "assistant" | null;
                text: string;
            }[];
            variables: {
                id: string;
                name: string;
                /** @enum {string} */
                type: "text" | "number" | "boolean" | "select" | "list" | "file" | "json";
                description: string;
                required: boolean;
                default: unknown;
                options: string[];
            }[];
            examples: {
                id: string;
                input: string;
                output: string;
            }[];
            /** @enum {string} */
            examplesAs: "text" | "messages";
            tools: {
                id: string;
                name: string;
                description: string;
                parameters: unknown;
                implementation?: {
                    /** @enum {string} */
                    kind: "mock";
                    reply: string;
                } | {
                    /** @enum {string} */
                    kind: "javascript";
                    code: string;
                } | {
                    /** @enum {string} */
                    kind: "http";
                    /** @enum {string} */
                    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
                    url: string;
                    headers: {
                        name: string;
                        value: string;
                    }[];
                    body: string | null;
                    safe: boolean;
                } | {
                    /** @enum {string} */
                    kind: "prompt";
                    reference: string;
                };
            }[];
            settings: {
                temperature?: number;
                topP?: number;
                maxOutputTokens?: number;
                stop?: string[];
                seed?: number;
                topK?: number;
                frequencyPenalty?: number;
                presencePenalty?: number;
                /** @enum {string} */
                reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
            };
            responseSchema: unknown;
            delimiters: [
                string,
                string
            ] | null;
            extends: string | null;
            techniques?: {
                chainOfThought?: {
                    instruction: string | null;
                };
                selfConsistency?: {
                    samples: number;
                    temperature: number | null;
                    answer: {
                        /** @enum {string} */
                        by: "whole";
                    } | {
                        /** @enum {string} */
                        by: "last_line";
                    } | {
                        /** @enum {string} */
                        by: "last_number";
                    } | {
                        /** @enum {string} */
                        by: "after";
                        marker: string;
                    } | {
                        /** @enum {string} */
                        by: "json";
                        pointer: string;
                    };
                };
                react?: {
                    steps: number;
                };
                fewShot?: {
                    caseSetId: string | null;
                    pairs: number;
                    tokens: number;
                };
            };
        };
        /** @description What two versions would send for the same values. */
        RenderedComparison: {
            from: components["schemas"]["PromptVersionSummary"];
            to: components["schemas"]["PromptVersionSummary"];
            /** @description What differs, element by element. */
            comparison: {
                [key: string]: unknown;
            };
            rendered: {
                from: components["schemas"]["RenderedPrompt"];
                to: components["schemas"]["RenderedPrompt"];
            };
            messages: {
                /** @enum {string} */
                change: "same" | "changed" | "added" | "removed";
                before: {
                    /** @enum {string} */
                    role: "system" | "user" | "assistant";
                    content: string;
                } | null;
                after: {
                    /** @enum {string} */
                    role: "system" | "user" | "assistant";
                    content: string;
                } | null;
                /** @description What differs, line by line; null when nothing does or one side is missing. */
                text: {
                    [key: string]: unknown;
                } | null;
            }[];
        };
        PromptVersionSummary: {
            id: string;
            number: number;
            parents: number[];
            branch: string;
            /** @description null once the account is deleted. */
            author: components["schemas"]["PersonRef"] | null;
            message: string;
            /** @description SHA-256 of the canonical JSON of the document. */
            hash: string;
            /** @description null for versions from before this was counted. */
            changes: components["schemas"]["ChangeSummary"] | null;
            /** @description The older version it repeats. */
            restoredFrom: number | null;
            /** @description In a copy: the version of the original that was taken in with it. */
            upstreamVersion: number | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            labels: string[];
        };
        RenderedPrompt: {
            messages: {
                /** @enum {string} */
                role: "system" | "user" | "assistant";
                content: string;
            }[];
            settings: {
                temperature?: number;
                topP?: number;
                maxOutputTokens?: number;
                stop?: string[];
                seed?: number;
                topK?: number;
                frequencyPenalty?: number;
                presencePenalty?: number;
                /** @enum {string} */
                reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
            };
            tools: {
                id: string;
                name: string;
                description: string;
                parameters: unknown;
                implementation?: {
                    /** @enum {string} */
                    kind: "mock";
                    reply: string;
                } | {
                    /** @enum {string} */
                    kind: "javascript";
                    code: string;
                } | {
                    /** @enum {string} */
                    kind: "http";
                    /** @enum {string} */
                    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
                    url: string;
                    headers: {
                        name: string;
                        value: string;
                    }[];
                    body: string | null;
                    safe: boolean;
                } | {
                    /** @enum {string} */
                    kind: "prompt";
                    reference: string;
                };
            }[];
            problems: components["schemas"]["DocumentProblem"][];
            /** @description SHA-256 of the canonical JSON of the messages. */
            hash: string;
            /** @description null for a draft. */
            version: number | null;
        };
        VersionComparison: {
            from: components["schemas"]["PromptVersionSummary"];
            to: components["schemas"]["PromptVersionSummary"];
            /** @description What differs, element by element. */
            comparison: {
                [key: string]: unknown;
            };
        };
        ConvertedPrompt: {
            language: components["schemas"]["PromptLanguage"];
            /** @description Empty where the text names none. */
            title: string;
            description: string;
            document: components["schemas"]["PromptDocument"];
            /** @description What did not survive, with its place in the text that was given. */
            problems: components["schemas"]["DocumentProblem"][];
        };
        /**
         * @description mustache is our own, dollar writes a name in braces behind $, fstring in braces alone; text has no tags.
         * @enum {string}
         */
        PromptLanguage: "mustache" | "dollar" | "fstring" | "jinja" | "handlebars" | "dotprompt" | "text";
        PromptBranch: {
            id: string;
            name: string;
            isDefault: boolean;
            /** @description The newest version; null before the first. */
            head: {
                id: string;
                number: number;
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                committedAt: string;
                /** @description null once the account is deleted. */
                author: components["schemas"]["PersonRef"] | null;
            } | null;
            /** @description The version it was made from. */
            base: number | null;
            /** @description Versions it has and the default branch lacks. */
            ahead: number;
            /** @description Versions the default branch has and it lacks. */
            behind: number;
            /** @description Whether something is not committed; null when the caller may not write it. */
            draft: {
                isChanged: boolean;
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                updatedAt: string;
            } | null;
            mayWrite: boolean;
            createdBy: components["schemas"]["PersonRef"] | null;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            deletedAt: string | null;
        };
        /** @description A tag; case does not matter. */
        TagName: string;
        PromptDraft: {
            branch: string;
            document: components["schemas"]["PromptDocument"];
            /** @description Number of the version the draft goes on from. */
            baseVersion: number | null;
            /** @description Whether it differs from that version. */
            isChanged: boolean;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            /** @description Number of the last Yjs update in it. */
            seq: number;
            problems: components["schemas"]["DocumentProblem"][];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
        };
        /** @description Unique in the organization; folders by "/". */
        PromptPath: string;
        /** @description Yjs updates, base64; apply them all to be at `seq`. */
        PromptDraftUpdates: {
            updates: string[];
            seq: number;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        PromptFile: {
            /** @description What to call the file: house-voice.prompt.md */
            name: string;
            format: components["schemas"]["PromptFileFormat"];
            text: string;
        };
        /**
         * @description markdown has front matter and a heading for each section.
         * @enum {string}
         */
        PromptFileFormat: "markdown" | "yaml" | "json";
        /** @description What depends on a prompt. */
        PromptImpact: {
            /** @description Prompts the caller sees, the nearest first. */
            items: components["schemas"]["DependentPrompt"][];
            /** @description Things that are no prompts. */
            others: {
                kind: string;
                id: string;
                title: string;
                reference: string;
            }[];
            /** @description false: there were too many to follow them all. */
            isComplete: boolean;
        };
        DependentPrompt: {
            id: string;
            path: string;
            title: string;
            /** @description 1: it refers to the prompt itself; more: through others. */
            depth: number;
            /** @description As they are written in its live versions. */
            references: string[];
            /** @description Its newest version depends. */
            isHead: boolean;
            /** @description Its labels that point at a version that depends. */
            labels: string[];
            /** @description false: every way there ends at one pinned version, which never changes. */
            follows: boolean;
        };
        /** @description A prompt as anyone sees it who has its address. */
        PublicPrompt: {
            title: string;
            description: string;
            path: string;
            /** @description The name of the organization it belongs to. */
            organization: string;
            /** @description A name; null once the account is deleted. */
            author: string | null;
            version: number;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            committedAt: string;
            document: components["schemas"]["PromptDocument"];
        };
        /** @description The original of a copy, and how far it went on. */
        Upstream: {
            promptId: string;
            title: string;
            path: string;
            /** @description The version of the original that is in the copy. */
            taken: number | null;
            /** @description The newest version of the original. */
            head: number | null;
            /** @description Versions of the original since the one that is in the copy. */
            newer: number;
        };
        /** @description Versions of all branches, the newest first, with their parents; and where branches stand. */
        PromptVersionGraph: {
            items: components["schemas"]["PromptVersionSummary"][];
            nextCursor: string | null;
            branches: {
                name: string;
                isDefault: boolean;
                head: number | null;
            }[];
        };
        PromptLabelMove: {
            id: string;
            label: string;
            /** @description Empty when the label was made. */
            before: {
                version: number;
                weight: number;
            }[];
            /** @description Empty when the label was taken away. */
            after: {
                version: number;
                weight: number;
            }[];
            movedBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            movedAt: string;
            /** @description The request that was approved. */
            requestId: string | null;
        };
        /** @description What a move of this label needs in the organization. */
        LabelRule: {
            label: string;
            approvals: number;
            checks: string[];
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            changedBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            changedAt: string;
        };
        PromptLabel: {
            name: string;
            /** @description latest follows the newest version by itself. */
            isComputed: boolean;
            targets: {
                version: number;
                weight: number;
            }[];
            /** @description Seeds the split when there are several targets. */
            salt: string | null;
            revision: number;
            /** @description null for the computed label. */
            movedBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            movedAt: string | null;
            /** @description What a move needs; null when whoever may publish may move it. */
            protection: {
                approvals: number;
                checks: string[];
            } | null;
        };
        PromptPage: {
            items: components["schemas"]["PromptSummary"][];
            nextCursor: string | null;
            /** @description How many match, counted up to 10,001; null on later pages. */
            total: number | null;
        };
        PromptSummary: {
            id: string;
            path: string;
            title: string;
            description: string;
            status: components["schemas"]["PromptStatus"];
            visibility: components["schemas"]["PromptVisibility"];
            tags: string[];
            /** @description null once the account is deleted. */
            author: components["schemas"]["PersonRef"] | null;
            head: {
                id: string;
                number: number;
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                committedAt: string;
            } | null;
            isFavorite: boolean;
            counters: {
                views: number;
                uses: number;
                favorites: number;
            };
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            deletedAt: string | null;
        };
        /** @description What was found out about a version, such as by a suite or a build. */
        VersionCheck: {
            name: string;
            status: components["schemas"]["CheckStatus"];
            summary: string;
            /** @description Where it can be read in full. */
            url: string | null;
            reportedBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            reportedAt: string;
        };
        /** @enum {string} */
        CheckStatus: "pending" | "passed" | "failed";
        PromptVersionPage: {
            items: components["schemas"]["PromptVersionSummary"][];
            nextCursor: string | null;
        };
        /** @description Settles a conflict by one of its sides or by something else. */
        MergeResolution: {
            path: string;
            /** @enum {string} */
            choose: "base" | "ours" | "theirs";
        } | {
            path: string;
            value: unknown;
        };
        DraftMergePreview: {
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            /** @description The merged text; open conflicts read as the base. */
            document: {
                sections: {
                    id: string;
                    /** @enum {string} */
                    kind: "system" | "instructions" | "context" | "examples" | "output_format" | "message";
                    /** @enum {string|null} */
                    role: "system" | "user" | "assistant" | null;
                    text: string;
                }[];
                variables: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    type: "text" | "number" | "boolean" | "select" | "list" | "file" | "json";
                    description: string;
                    required: boolean;
                    default: unknown;
                    options: string[];
                }[];
                examples: {
                    id: string;
                    input: string;
                    output: string;
                }[];
                /** @enum {string} */
                examplesAs: "text" | "messages";
                tools: {
                    id: string;
                    name: string;
                    description: string;
                    parameters: unknown;
                    implementation?: {
                        /** @enum {string} */
                        kind: "mock";
                        reply: string;
                    } | {
                        /** @enum {string} */
                        kind: "javascript";
                        code: string;
                    } | {
                        /** @enum {string} */
                        kind: "http";
                        /** @enum {string} */
                        method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
                        url: string;
                        headers: {
                            name: string;
                            value: string;
                        }[];
                        body: string | null;
                        safe: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "prompt";
                        reference: string;
                    };
                }[];
                settings: {
                    temperature?: number;
                    topP?: number;
                    maxOutputTokens?: number;
                    stop?: string[];
                    seed?: number;
                    topK?: number;
                    frequencyPenalty?: number;
                    presencePenalty?: number;
                    /** @enum {string} */
                    reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
                };
                responseSchema: unknown;
                delimiters: [
                    string,
                    string
                ] | null;
                extends: string | null;
                techniques?: {
                    chainOfThought?: {
                        instruction: string | null;
                    };
                    selfConsistency?: {
                        samples: number;
                        temperature: number | null;
                        answer: {
                            /** @enum {string} */
                            by: "whole";
                        } | {
                            /** @enum {string} */
                            by: "last_line";
                        } | {
                            /** @enum {string} */
                            by: "last_number";
                        } | {
                            /** @enum {string} */
                            by: "after";
                            marker: string;
                        } | {
                            /** @enum {string} */
                            by: "json";
                            pointer: string;
                        };
                    };
                    react?: {
                        steps: number;
                    };
                    fewShot?: {
                        caseSetId: string | null;
                        pairs: number;
                        tokens: number;
                    };
                };
            };
            /** @description Those that no resolution settles. */
            conflicts: components["schemas"]["MergeConflict"][];
            /** @description Those that a resolution settles. */
            settled: components["schemas"]["MergeConflict"][];
            /** @description Resolutions that settle nothing. */
            refused: {
                path: string;
                /** @enum {string} */
                reason: "unknown" | "invalid";
            }[];
            changes: components["schemas"]["ChangeSummary"];
        };
        MergeConflict: {
            /** @description Names the place as long as both sides are the same: sections/<id>/text/0, variables/<id>/type, sections/<id>, order/sections, settings/temperature. Ids are percent-encoded. */
            path: string;
            /** @enum {string} */
            kind: "text" | "field" | "element" | "order" | "list";
            base: unknown;
            /** @description The branch that is merged into. */
            ours: unknown;
            /** @description What is merged. */
            theirs: unknown;
            /** @description Where a stretch of text stands in the merged text, in UTF-16 units. */
            at?: {
                from: number;
                to: number;
            };
        };
        MergePreview: {
            from: {
                branch: string | null;
                version: number;
            };
            into: {
                branch: string;
                version: number | null;
            };
            /** @description The common ancestors; several where histories crossed. */
            bases: number[];
            /** @description Versions that come along; with 0 there is nothing to merge. */
            incoming: number;
            /** @description The merged text; open conflicts read as the base. */
            document: {
                sections: {
                    id: string;
                    /** @enum {string} */
                    kind: "system" | "instructions" | "context" | "examples" | "output_format" | "message";
                    /** @enum {string|null} */
                    role: "system" | "user" | "assistant" | null;
                    text: string;
                }[];
                variables: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    type: "text" | "number" | "boolean" | "select" | "list" | "file" | "json";
                    description: string;
                    required: boolean;
                    default: unknown;
                    options: string[];
                }[];
                examples: {
                    id: string;
                    input: string;
                    output: string;
                }[];
                /** @enum {string} */
                examplesAs: "text" | "messages";
                tools: {
                    id: string;
                    name: string;
                    description: string;
                    parameters: unknown;
                    implementation?: {
                        /** @enum {string} */
                        kind: "mock";
                        reply: string;
                    } | {
                        /** @enum {string} */
                        kind: "javascript";
                        code: string;
                    } | {
                        /** @enum {string} */
                        kind: "http";
                        /** @enum {string} */
                        method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
                        url: string;
                        headers: {
                            name: string;
                            value: string;
                        }[];
                        body: string | null;
                        safe: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "prompt";
                        reference: string;
                    };
                }[];
                settings: {
                    temperature?: number;
                    topP?: number;
                    maxOutputTokens?: number;
                    stop?: string[];
                    seed?: number;
                    topK?: number;
                    frequencyPenalty?: number;
                    presencePenalty?: number;
                    /** @enum {string} */
                    reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
                };
                responseSchema: unknown;
                delimiters: [
                    string,
                    string
                ] | null;
                extends: string | null;
                techniques?: {
                    chainOfThought?: {
                        instruction: string | null;
                    };
                    selfConsistency?: {
                        samples: number;
                        temperature: number | null;
                        answer: {
                            /** @enum {string} */
                            by: "whole";
                        } | {
                            /** @enum {string} */
                            by: "last_line";
                        } | {
                            /** @enum {string} */
                            by: "last_number";
                        } | {
                            /** @enum {string} */
                            by: "after";
                            marker: string;
                        } | {
                            /** @enum {string} */
                            by: "json";
                            pointer: string;
                        };
                    };
                    react?: {
                        steps: number;
                    };
                    fewShot?: {
                        caseSetId: string | null;
                        pairs: number;
                        tokens: number;
                    };
                };
            };
            /** @description Those that no resolution settles. */
            conflicts: components["schemas"]["MergeConflict"][];
            /** @description Those that a resolution settles. */
            settled: components["schemas"]["MergeConflict"][];
            /** @description Resolutions that settle nothing. */
            refused: {
                path: string;
                /** @enum {string} */
                reason: "unknown" | "invalid";
            }[];
            /** @description What the merge does to `into`. */
            changes: {
                sections: {
                    added: number;
                    removed: number;
                    changed: number;
                    moved: number;
                };
                variables: {
                    added: number;
                    removed: number;
                    changed: number;
                    moved: number;
                };
                examples: {
                    added: number;
                    removed: number;
                    changed: number;
                    moved: number;
                };
                tools: {
                    added: number;
                    removed: number;
                    changed: number;
                    moved: number;
                };
                /** @description Model settings that differ. */
                settings: number;
                /** @description Of examplesAs, responseSchema, delimiters, extends and techniques, those that differ. */
                document: number;
            };
            /**
             * @description The draft of `into`: without changes, carried over, or in conflict with the merge, which is then refused; null when the caller may not write it.
             * @enum {string|null}
             */
            draft: "unchanged" | "carried" | "blocks" | null;
        };
        PullPreview: {
            upstream: components["schemas"]["Upstream"];
            version: number;
            into: {
                branch: string;
                version: number | null;
            };
            /** @description The merged text; open conflicts read as the base. */
            document: {
                sections: {
                    id: string;
                    /** @enum {string} */
                    kind: "system" | "instructions" | "context" | "examples" | "output_format" | "message";
                    /** @enum {string|null} */
                    role: "system" | "user" | "assistant" | null;
                    text: string;
                }[];
                variables: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    type: "text" | "number" | "boolean" | "select" | "list" | "file" | "json";
                    description: string;
                    required: boolean;
                    default: unknown;
                    options: string[];
                }[];
                examples: {
                    id: string;
                    input: string;
                    output: string;
                }[];
                /** @enum {string} */
                examplesAs: "text" | "messages";
                tools: {
                    id: string;
                    name: string;
                    description: string;
                    parameters: unknown;
                    implementation?: {
                        /** @enum {string} */
                        kind: "mock";
                        reply: string;
                    } | {
                        /** @enum {string} */
                        kind: "javascript";
                        code: string;
                    } | {
                        /** @enum {string} */
                        kind: "http";
                        /** @enum {string} */
                        method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
                        url: string;
                        headers: {
                            name: string;
                            value: string;
                        }[];
                        body: string | null;
                        safe: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "prompt";
                        reference: string;
                    };
                }[];
                settings: {
                    temperature?: number;
                    topP?: number;
                    maxOutputTokens?: number;
                    stop?: string[];
                    seed?: number;
                    topK?: number;
                    frequencyPenalty?: number;
                    presencePenalty?: number;
                    /** @enum {string} */
                    reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
                };
                responseSchema: unknown;
                delimiters: [
                    string,
                    string
                ] | null;
                extends: string | null;
                techniques?: {
                    chainOfThought?: {
                        instruction: string | null;
                    };
                    selfConsistency?: {
                        samples: number;
                        temperature: number | null;
                        answer: {
                            /** @enum {string} */
                            by: "whole";
                        } | {
                            /** @enum {string} */
                            by: "last_line";
                        } | {
                            /** @enum {string} */
                            by: "last_number";
                        } | {
                            /** @enum {string} */
                            by: "after";
                            marker: string;
                        } | {
                            /** @enum {string} */
                            by: "json";
                            pointer: string;
                        };
                    };
                    react?: {
                        steps: number;
                    };
                    fewShot?: {
                        caseSetId: string | null;
                        pairs: number;
                        tokens: number;
                    };
                };
            };
            /** @description Those that no resolution settles. */
            conflicts: components["schemas"]["MergeConflict"][];
            /** @description Those that a resolution settles. */
            settled: components["schemas"]["MergeConflict"][];
            /** @description Resolutions that settle nothing. */
            refused: {
                path: string;
                /** @enum {string} */
                reason: "unknown" | "invalid";
            }[];
            /** @description What pulling does to `into`. */
            changes: {
                sections: {
                    added: number;
                    removed: number;
                    changed: number;
                    moved: number;
                };
                variables: {
                    added: number;
                    removed: number;
                    changed: number;
                    moved: number;
                };
                examples: {
                    added: number;
                    removed: number;
                    changed: number;
                    moved: number;
                };
                tools: {
                    added: number;
                    removed: number;
                    changed: number;
                    moved: number;
                };
                /** @description Model settings that differ. */
                settings: number;
                /** @description Of examplesAs, responseSchema, delimiters, extends and techniques, those that differ. */
                document: number;
            };
            /** @enum {string} */
            draft: "unchanged" | "carried" | "blocks";
        };
        /** @description Which text of a prompt: its draft, a version, or what a label points at. */
        PromptSource: {
            /** @enum {string} */
            kind: "draft";
            /** @default main */
            branch: string;
        } | {
            /** @enum {string} */
            kind: "version";
            number: number;
        } | {
            /** @enum {string} */
            kind: "label";
            label: string;
            /** @description Keeps one caller on one target of a split. */
            subject?: string;
        };
        ResolvedReferences: {
            /** @description Every reference that was found, and those their texts refer to in turn. */
            items: components["schemas"]["ResolvedReference"][];
            problems: components["schemas"]["ReferenceProblem"][];
        };
        ResolvedReference: {
            reference: string;
            promptId: string;
            /** @description The path it has now; the reference may have named an older one. */
            path: string;
            version: number;
            label: string | null;
            isFloating: boolean;
            source: string;
            delimiters: [
                string,
                string
            ] | null;
            /** @description Declared there; their defaults count here too. */
            variables: {
                id: string;
                name: string;
                /** @enum {string} */
                type: "text" | "number" | "boolean" | "select" | "list" | "file" | "json";
                description: string;
                required: boolean;
                default: unknown;
                options: string[];
            }[];
            /** @description Of a prompt that is extended or extends another; otherwise null. */
            document: {
                sections: {
                    id: string;
                    /** @enum {string} */
                    kind: "system" | "instructions" | "context" | "examples" | "output_format" | "message";
                    /** @enum {string|null} */
                    role: "system" | "user" | "assistant" | null;
                    text: string;
                }[];
                variables: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    type: "text" | "number" | "boolean" | "select" | "list" | "file" | "json";
                    description: string;
                    required: boolean;
                    default: unknown;
                    options: string[];
                }[];
                examples: {
                    id: string;
                    input: string;
                    output: string;
                }[];
                /** @enum {string} */
                examplesAs: "text" | "messages";
                tools: {
                    id: string;
                    name: string;
                    description: string;
                    parameters: unknown;
                    implementation?: {
                        /** @enum {string} */
                        kind: "mock";
                        reply: string;
                    } | {
                        /** @enum {string} */
                        kind: "javascript";
                        code: string;
                    } | {
                        /** @enum {string} */
                        kind: "http";
                        /** @enum {string} */
                        method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
                        url: string;
                        headers: {
                            name: string;
                            value: string;
                        }[];
                        body: string | null;
                        safe: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "prompt";
                        reference: string;
                    };
                }[];
                settings: {
                    temperature?: number;
                    topP?: number;
                    maxOutputTokens?: number;
                    stop?: string[];
                    seed?: number;
                    topK?: number;
                    frequencyPenalty?: number;
                    presencePenalty?: number;
                    /** @enum {string} */
                    reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
                };
                responseSchema: unknown;
                delimiters: [
                    string,
                    string
                ] | null;
                extends: string | null;
                techniques?: {
                    chainOfThought?: {
                        instruction: string | null;
                    };
                    selfConsistency?: {
                        samples: number;
                        temperature: number | null;
                        answer: {
                            /** @enum {string} */
                            by: "whole";
                        } | {
                            /** @enum {string} */
                            by: "last_line";
                        } | {
                            /** @enum {string} */
                            by: "last_number";
                        } | {
                            /** @enum {string} */
                            by: "after";
                            marker: string;
                        } | {
                            /** @enum {string} */
                            by: "json";
                            pointer: string;
                        };
                    };
                    react?: {
                        steps: number;
                    };
                    fewShot?: {
                        caseSetId: string | null;
                        pairs: number;
                        tokens: number;
                    };
                };
            } | null;
        };
        ReferenceProblem: {
            reference: string;
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            code: string;
            message: string;
        };
        RestoredSection: {
            draft: components["schemas"]["PromptDraft"];
            committed: components["schemas"]["CommittedVersion"] | null;
        };
        PromptChanges: {
            title?: string;
            /** @description The old path stays reserved and leads here. */
            path?: string;
            description?: string;
            tags?: components["schemas"]["TagName"][];
            visibility?: components["schemas"]["PromptVisibility"];
            /** @description Members who share the draft. */
            coEditors?: string[];
        };
        DocumentProblems: {
            problems: components["schemas"]["DocumentProblem"][];
        };
        Comment: {
            id: string;
            threadId: string;
            author: components["schemas"]["PersonRef"] | null;
            /** @description What whoever wrote it is called, where they were no member of the organization. */
            guest: string | null;
            /** @description Empty once deleted. */
            body: string;
            mentions: components["schemas"]["PersonRef"][];
            suggestion: components["schemas"]["Suggestion"] | null;
            reactions: components["schemas"]["Reaction"][];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            editedAt: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            deletedAt: string | null;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            may: {
                edit: boolean;
                delete: boolean;
            };
        };
        /** @description `outdated`: the words it replaces have changed, so it cannot be applied. */
        Suggestion: {
            text: string;
            original: string;
            /** @enum {string} */
            state: "open" | "applied" | "dismissed" | "outdated";
            decidedBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            decidedAt: string | null;
        };
        Reaction: {
            sign: components["schemas"]["ReactionSign"];
            people: components["schemas"]["PersonRef"][];
            mine: boolean;
        };
        /** @enum {string} */
        ReactionSign: "+1" | "-1" | "heart" | "tada" | "eyes" | "thinking";
        /** @description A talk about one thing. */
        Thread: {
            id: string;
            subject: {
                kind: string;
                id: string;
            };
            anchor: components["schemas"]["ThreadAnchor"] | null;
            /** @description null when it points at no words, or these are gone. */
            place: components["schemas"]["ThreadPlace"] | null;
            /** @description The words it was made about are gone from the text asked for. */
            isOutdated: boolean;
            state: components["schemas"]["ThreadState"];
            resolvedBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            resolvedAt: string | null;
            isUnread: boolean;
            comments: components["schemas"]["Comment"][];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            lastAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            may: {
                reply: boolean;
                apply: boolean;
            };
        };
        ThreadAnchor: {
            /** @enum {string} */
            on: "draft" | "version" | "whole_version";
            /** @description The branch whose text it follows; null once that is gone. */
            branch: string | null;
            version: number | null;
            sectionId: string | null;
            /** @description The words it was made about. */
            quote: string | null;
        };
        /** @description Where these words stand in the text that was asked for. */
        ThreadPlace: {
            sectionId: string;
            from: number;
            to: number;
            text: string;
        };
        /** @enum {string} */
        ThreadState: "open" | "resolved";
        /** @description Markdown. A member is mentioned as `@[Name](person:<id>)`, a group as `@[admins](group:admins)`; the name is written by the server. */
        CommentBody: string;
        /** @description A thing by its kind and id. */
        SubjectRef: {
            kind: string;
            /** @description An id (uuid v7). */
            id: string;
        };
        /** @description What of a prompt is spoken about; left out, it is the whole prompt. */
        NewAnchor: {
            /** @enum {string} */
            on: "draft";
            branch: string;
            /** @description Id of a section of the document. */
            sectionId: string;
            /** @description UTF-16 offset in the text of the section. */
            from: number;
            to: number;
            /** @description The words between, as they stand there. */
            quote: string;
        } | {
            /** @enum {string} */
            on: "version";
            version: number;
            /** @description Id of a section of the document. */
            sectionId: string;
            /** @description UTF-16 offset in the text of the section. */
            from: number;
            to: number;
            /** @description The words between, as they stand there. */
            quote: string;
        } | {
            /** @enum {string} */
            on: "whole_version";
            version: number;
        };
        /** @description Members whose name fits, of a thing those who see its prompt, and the groups of the thing that fit. */
        MentionList: {
            items: components["schemas"]["PersonRef"][];
            groups: components["schemas"]["MentionGroup"][];
        };
        /** @description Those of a group who see the thing. */
        MentionGroup: {
            name: string;
            count: number;
        };
        ActivityPage: {
            items: components["schemas"]["ActivityEntry"][];
            nextCursor: string | null;
        };
        /** @description Something that happened, as far as the caller may know. */
        ActivityEntry: {
            id: string;
            /** @description The event’s type, such as prompt.committed. */
            type: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            at: string;
            /** @description null when nobody did it, such as a job. */
            actor: components["schemas"]["PersonRef"] | null;
            subject: {
                kind: string;
                id: string;
                title: string | null;
                /** @description Its page in the web app. */
                address: string | null;
            };
            /** @description What the event tells: ids and facts. */
            facts: {
                [key: string]: unknown;
            };
        };
        ThreadPage: {
            items: components["schemas"]["Thread"][];
            nextCursor: string | null;
            /** @description Over all threads of the thing, whatever the filter. */
            counts: {
                open: number;
                resolved: number;
                unread: number;
            };
            /** @description Whether the reader may begin a thread here, by role or by a grant. */
            may: {
                comment: boolean;
            };
        };
        /** @description A request to merge a branch, and what others say to it. */
        Review: {
            id: string;
            prompt: {
                id: string;
                title: string;
            };
            title: string;
            source: string;
            target: string;
            state: components["schemas"]["ReviewState"];
            author: components["schemas"]["PersonRef"] | null;
            approvals: number;
            requiredApprovals: number;
            changesRequested: number;
            waitsForMe: boolean;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            description: string;
            /** @description The newest version of the source branch; of a merged review the one that was merged. */
            sourceVersion: number | null;
            targetVersion: number | null;
            reviewers: components["schemas"]["Reviewer"][];
            verdicts: components["schemas"]["ReviewEntry"][];
            /** @description Those the rule asks for, then the others. */
            checks: components["schemas"]["ReviewCheck"][];
            /** @description Empty when it may be merged; conflicts aside. */
            obstacles: components["schemas"]["ReviewObstacle"][];
            mergedVersion: number | null;
            endedBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            endedAt: string | null;
            may: {
                edit: boolean;
                decide: boolean;
                merge: boolean;
            };
        };
        /** @enum {string} */
        ReviewState: "draft" | "open" | "merged" | "closed";
        Reviewer: {
            person: components["schemas"]["PersonRef"];
            /** @description false for who looked at it unasked. */
            isAsked: boolean;
            /** @description The last one that still counts. */
            verdict: components["schemas"]["ReviewVerdict"] | null;
            version: number | null;
        };
        /** @enum {string} */
        ReviewVerdict: "approve" | "request_changes" | "comment";
        ReviewEntry: {
            id: string;
            person: components["schemas"]["PersonRef"] | null;
            verdict: components["schemas"]["ReviewVerdict"];
            body: string;
            version: number;
            /** @description A later version came after it. */
            isDismissed: boolean;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
        };
        /** @description What a check says of the newest version of the source. */
        ReviewCheck: {
            name: string;
            isRequired: boolean;
            /** @description null: nothing was reported for this version yet. */
            status: components["schemas"]["CheckStatus"] | null;
            summary: string;
            url: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            reportedAt: string | null;
        };
        /** @enum {string} */
        ReviewObstacle: "draft" | "closed" | "approvals" | "changes_requested" | "checks_failed" | "checks_missing" | "branch_gone" | "nothing_new";
        /** @description What a review needs before it may be merged, for the organization. */
        ReviewRule: {
            requiredApprovals: number;
            /** @description Whoever asked for a review may approve it too. */
            ownApprovalCounts: boolean;
            /** @description Checks that must have passed for the newest version of the source. */
            requiredChecks: string[];
            /** @description A new version takes approvals back. */
            dismissOnCommit: boolean;
            /** @description Counts changes; 0 before the first. */
            revision: number;
        };
        ReviewPage: {
            items: components["schemas"]["ReviewSummary"][];
            nextCursor: string | null;
            /** @description Open ones, whatever the filter. */
            counts: {
                mine: number;
                waiting: number;
            };
        };
        ReviewSummary: {
            id: string;
            prompt: {
                id: string;
                title: string;
            };
            title: string;
            source: string;
            target: string;
            state: components["schemas"]["ReviewState"];
            author: components["schemas"]["PersonRef"] | null;
            approvals: number;
            requiredApprovals: number;
            changesRequested: number;
            waitsForMe: boolean;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        CreatedShareLink: {
            id: string;
            subject: {
                /** @enum {string} */
                kind: "prompt" | "run" | "comparison" | "judgement";
                id: string;
            };
            /** @description null for a thing that is gone or that you do not see. */
            title: string | null;
            /** @description The version it stays on, or null for the newest. */
            version: number | null;
            /** @description The last letters of the link: the rest is known to nobody. */
            hint: string;
            password: boolean;
            /** @description The address it was mailed to. */
            sentTo: string | null;
            indexable: boolean;
            /** @enum {string} */
            level: "read" | "comment";
            /** @enum {string} */
            state: "open" | "expired" | "revoked";
            expiresAt: string | null;
            views: number;
            lastUsedAt: string | null;
            createdBy: components["schemas"]["PersonRef"];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /** @description The link; it is shown this once. */
            url: string;
        };
        /** @description A person who is no member and sees one thing. */
        Guest: {
            id: string;
            subject: {
                /** @enum {string} */
                kind: "prompt";
                id: string;
            };
            /** @description null for a thing that is gone or that you do not see. */
            title: string | null;
            /** @description The address the invitation was mailed to. */
            sentTo: string;
            /** @description Who accepted it; null before. It may be another address of theirs. */
            person: components["schemas"]["PersonRef"] | null;
            /** @enum {string} */
            level: "read" | "comment";
            /** @enum {string} */
            state: "invited" | "open" | "expired" | "removed";
            /** @description When the access ends by itself. */
            expiresAt: string | null;
            createdBy: components["schemas"]["PersonRef"];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            joinedAt: string | null;
        };
        GuestPage: {
            items: components["schemas"]["Guest"][];
            nextCursor: string | null;
        };
        ShareLinkPage: {
            items: components["schemas"]["ShareLink"][];
            nextCursor: string | null;
        };
        ShareLink: {
            id: string;
            subject: {
                /** @enum {string} */
                kind: "prompt" | "run" | "comparison" | "judgement";
                id: string;
            };
            /** @description null for a thing that is gone or that you do not see. */
            title: string | null;
            /** @description The version it stays on, or null for the newest. */
            version: number | null;
            /** @description The last letters of the link: the rest is known to nobody. */
            hint: string;
            password: boolean;
            /** @description The address it was mailed to. */
            sentTo: string | null;
            indexable: boolean;
            /** @enum {string} */
            level: "read" | "comment";
            /** @enum {string} */
            state: "open" | "expired" | "revoked";
            expiresAt: string | null;
            views: number;
            lastUsedAt: string | null;
            createdBy: components["schemas"]["PersonRef"];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
        };
        AddedCases: {
            set: components["schemas"]["CaseSet"];
            cases: components["schemas"]["TestCase"][];
        };
        /** @description Cases of one prompt. Each change of them makes a new version of the set. */
        CaseSet: {
            id: string;
            promptId: string;
            name: string;
            /** @description Counts changes of the cases; a suite run names the one it ran. */
            version: number;
            cases: number;
            /** @description null once the account is deleted. */
            createdBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /** @description What a prompt is given, and what its answer must be. */
        TestCase: {
            id: string;
            caseSetId: string;
            position: number;
            name: string;
            /**
             * @description Values of the variables; a file is `{ name, text }`.
             * @default {}
             */
            values: {
                [key: string]: unknown;
            };
            /**
             * @description The answer that is wanted; assertions without a value of their own mean it.
             * @default null
             */
            expected: string | null;
            /** @default [] */
            tags: string[];
            /** @default [] */
            assertions: ({
                /** @enum {string} */
                kind: "equals";
                /** @default null */
                value: string | null;
                /** @default false */
                ignoreCase: boolean;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "contains";
                values: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                mode: "all" | "any" | "none";
                /** @default false */
                ignoreCase: boolean;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "starts_with";
                /** @default null */
                value: string | null;
                /** @default false */
                ignoreCase: boolean;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "ends_with";
                /** @default null */
                value: string | null;
                /** @default false */
                ignoreCase: boolean;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "regex";
                pattern: string;
                /** @default  */
                flags: string;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "json";
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "json_schema";
                schema: unknown;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "json_path";
                path: string;
                /**
                 * @default exists
                 * @enum {string}
                 */
                operator: "exists" | "equals" | "contains" | "less" | "at_most" | "more" | "at_least";
                value?: unknown;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "number";
                /** @default null */
                value: number | null;
                /** @default 0 */
                tolerance: number;
                /** @default false */
                relative: boolean;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "similarity";
                /** @default null */
                value: string | null;
                /**
                 * @default words
                 * @enum {string}
                 */
                measure: "words" | "characters";
                /** @default 0.8 */
                atLeast: number;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "no_secrets";
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "latency";
                atMostMs: number;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "cost";
                atMostMicroDollars: number;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "tokens";
                /**
                 * @default output
                 * @enum {string}
                 */
                of: "input" | "output" | "total";
                atMost: number;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "javascript";
                code: string;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            } | {
                /** @enum {string} */
                kind: "judged";
                rubric: string;
                judges: {
                    connectionId: string | null;
                    model: string;
                }[];
                /**
                 * @default majority
                 * @enum {string}
                 */
                combine: "majority" | "mean";
                /** @default 0.5 */
                atLeast: number;
                /** @default 1 */
                weight: number;
                /** @default true */
                required: boolean;
                /** @default false */
                not: boolean;
            })[];
            /**
             * @description How much it counts in the score.
             * @default 1
             */
            weight: number;
            /**
             * @description Whether a suite fails when this case fails, whatever its rate.
             * @default false
             */
            required: boolean;
            /**
             * @description The score of its assertions from which the case passes, beside those that are required.
             * @default null
             */
            passScore: number | null;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /** @description Cells that a spreadsheet would take for a formula begin with an apostrophe, which the import takes off again. */
        ExportedCases: {
            fileName: string;
            csv: string;
        };
        ImportedCases: {
            set: components["schemas"]["CaseSet"];
            created: number;
            /** @description Columns that became values of variables. */
            columns: string[];
            problems: {
                line: number | null;
                message: string;
            }[];
        };
        CaseSetPage: {
            items: components["schemas"]["CaseSet"][];
            nextCursor: string | null;
        };
        TestCasePage: {
            items: components["schemas"]["TestCase"][];
            nextCursor: string | null;
        };
        /** @description What a CSV file would add. Nothing is written. */
        PreviewedCases: {
            /** @description The first 20 as they would be made. */
            cases: {
                name: string;
                /**
                 * @description Values of the variables; a file is `{ name, text }`.
                 * @default {}
                 */
                values: {
                    [key: string]: unknown;
                };
                /**
                 * @description The answer that is wanted; assertions without a value of their own mean it.
                 * @default null
                 */
                expected: string | null;
                /** @default [] */
                tags: string[];
                /** @default [] */
                assertions: ({
                    /** @enum {string} */
                    kind: "equals";
                    /** @default null */
                    value: string | null;
                    /** @default false */
                    ignoreCase: boolean;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "contains";
                    values: string[];
                    /**
                     * @default all
                     * @enum {string}
                     */
                    mode: "all" | "any" | "none";
                    /** @default false */
                    ignoreCase: boolean;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "starts_with";
                    /** @default null */
                    value: string | null;
                    /** @default false */
                    ignoreCase: boolean;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "ends_with";
                    /** @default null */
                    value: string | null;
                    /** @default false */
                    ignoreCase: boolean;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "regex";
                    pattern: string;
                    /** @default  */
                    flags: string;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "json";
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "json_schema";
                    schema: unknown;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "json_path";
                    path: string;
                    /**
                     * @default exists
                     * @enum {string}
                     */
                    operator: "exists" | "equals" | "contains" | "less" | "at_most" | "more" | "at_least";
                    value?: unknown;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "number";
                    /** @default null */
                    value: number | null;
                    /** @default 0 */
                    tolerance: number;
                    /** @default false */
                    relative: boolean;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "similarity";
                    /** @default null */
                    value: string | null;
                    /**
                     * @default words
                     * @enum {string}
                     */
                    measure: "words" | "characters";
                    /** @default 0.8 */
                    atLeast: number;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "no_secrets";
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "latency";
                    atMostMs: number;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "cost";
                    atMostMicroDollars: number;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "tokens";
                    /**
                     * @default output
                     * @enum {string}
                     */
                    of: "input" | "output" | "total";
                    atMost: number;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "javascript";
                    code: string;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "judged";
                    rubric: string;
                    judges: {
                        connectionId: string | null;
                        model: string;
                    }[];
                    /**
                     * @default majority
                     * @enum {string}
                     */
                    combine: "majority" | "mean";
                    /** @default 0.5 */
                    atLeast: number;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                })[];
                /**
                 * @description How much it counts in the score.
                 * @default 1
                 */
                weight: number;
                /**
                 * @description Whether a suite fails when this case fails, whatever its rate.
                 * @default false
                 */
                required: boolean;
                /**
                 * @description The score of its assertions from which the case passes, beside those that are required.
                 * @default null
                 */
                passScore: number | null;
            }[];
            /** @description How many would be made. */
            total: number;
            /** @description Columns that become values of variables. */
            columns: string[];
            problems: {
                line: number | null;
                message: string;
            }[];
        };
        /** @description Whether identical requests at temperature 0 are served from an earlier answer. */
        AnswerCache: {
            enabled: boolean;
            /** @description How long an answer is served again. */
            hours: number;
            /** @description How many are kept now. */
            answers: number;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        ComparedRuns: {
            left: components["schemas"]["RunDetail"];
            right: components["schemas"]["RunDetail"];
            diff: components["schemas"]["AnswerDiff"];
        };
        /** @description A run with everything needed to repeat it. */
        RunDetail: {
            id: string;
            comparisonId: string;
            /** @description The run that this one repeats or goes on from. */
            parentId: string | null;
            /**
             * @description repair, tool and vote: part of the answer of the run that is their parent.
             * @enum {string}
             */
            kind: "single" | "sample" | "retry" | "continuation" | "repair" | "tool" | "vote";
            /**
             * @description direct: somebody or a program asked for it. suite: made for a case of a suite, or by a judge of one. part: belongs to the answer of another run, as a repair or a prompt called as a tool.
             * @enum {string}
             */
            origin: "direct" | "suite" | "part";
            /** @description The run whose answer this one goes on with: the whole answer is both texts joined. */
            continuesId: string | null;
            sampleIndex: number;
            /** @description The set of values it was run with, where there were several. */
            setName: string | null;
            /** @description Its place among them, from 0. */
            setIndex: number | null;
            /**
             * @description queued: waits for a free place. stopped: by a person. failed: see error. interrupted: the server ended; the text so far is kept.
             * @enum {string}
             */
            status: "queued" | "running" | "finished" | "stopped" | "failed" | "interrupted";
            promptId: string | null;
            /** @description As it was when the run started. */
            promptTitle: string | null;
            /** @description Null when a draft or a loose document was run. */
            versionId: string | null;
            versionNumber: number | null;
            connectionId: string | null;
            connectionName: string;
            /** @enum {string} */
            provider: "openai" | "anthropic" | "google" | "openai_compatible" | "echo";
            /** @description The one that answered; of a chain the last that was called. */
            model: string;
            /** @description The fallback chain it was run on. */
            chainName: string | null;
            /** @description Models of the chain that were called before it and failed. */
            tried: components["schemas"]["TriedModel"][];
            /** @description null once the account is deleted. */
            author: components["schemas"]["PersonRef"] | null;
            /** @description The beginning of the answer. */
            excerpt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            endedAt: string | null;
            timeToFirstTokenMs: number | null;
            durationMs: number | null;
            /** @description stop, length, content_filter, tool_calls, interrupted or other. */
            finishReason: string | null;
            usage: components["schemas"]["TokenUsage"] | null;
            /** @description Null when the price of the model is not known. */
            cost: components["schemas"]["RunCost"] | null;
            /** @description What the whole answer cost: this run with those it goes on from and its parts. Null as long as nothing is known. */
            totalMicroDollars: number | null;
            error: components["schemas"]["RunError"] | null;
            /** @description Served from the cache: no model was called. When the answer was given first. */
            cached: {
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                answeredAt: string;
            } | null;
            /** @description Null where no form was asked for, or no whole answer came. */
            outcome: components["schemas"]["AnswerOutcome"] | null;
            /** @description SHA-256 of the messages, the same as in the preview. */
            sentHash: string;
            keepContext: boolean;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            output: string;
            continued: components["schemas"]["ContinuedAnswer"] | null;
            /** @description The answer as JSON where it is valid or was repaired; null otherwise, and for very long ones. */
            json?: unknown;
            reasoning: string;
            toolCalls: components["schemas"]["RunToolCall"][];
            /** @description Null where there is nothing to tell. */
            techniqueResult: components["schemas"]["TechniqueResult"] | null;
            /** @description Runs that belong to this answer: repairs, and prompts that its tools called. */
            parts: components["schemas"]["Run"][];
            warnings: string[];
            /** @description Characters of the answer that could not be stored and were replaced. */
            marked: number;
            /** @description The copy of a draft; null for a version. */
            document: components["schemas"]["PromptDocument"] | null;
            values: {
                [key: string]: unknown;
            };
            omittedValues: components["schemas"]["OmittedValue"][];
            /** @description As sent: those of the document with the changes of this run. */
            settings: {
                temperature?: number;
                topP?: number;
                maxOutputTokens?: number;
                stop?: string[];
                seed?: number;
                topK?: number;
                frequencyPenalty?: number;
                presencePenalty?: number;
                /** @enum {string} */
                reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
            };
            context: components["schemas"]["RunContextItem"][];
            /** @description Only when kept with the run. */
            messages: {
                /** @enum {string} */
                role: "system" | "user" | "assistant";
                content: string;
            }[] | null;
        };
        TriedModel: {
            connectionName: string;
            model: string;
            code: string;
            message: string;
        };
        TokenUsage: {
            inputTokens: number;
            outputTokens: number;
            cachedInputTokens: number | null;
            reasoningTokens: number | null;
            /** @description Counted here, since the provider did not say. */
            estimated: boolean;
        };
        RunCost: {
            /** @description Millionths of a US dollar. */
            microDollars: number;
            priceVersion: string;
            estimated: boolean;
        };
        /** @description Why a run failed, in words a person can act on. */
        RunError: {
            code: string;
            message: string;
            retryable: boolean;
        };
        /** @description Whether an answer has the form its prompt asks for. */
        AnswerOutcome: {
            /**
             * @description valid: the answer follows the schema. repaired: it did not, and was asked for once more. invalid: it does not. unchecked: the schema cannot be used.
             * @enum {string}
             */
            kind: "valid" | "repaired" | "invalid" | "unchecked";
            /**
             * @description How the model was told: by its provider, or in words where that takes no schemas.
             * @enum {string}
             */
            asked: "provider" | "words";
            /** @description Of the answer as it came first. */
            problems: components["schemas"]["AnswerProblem"][];
            /** @description The run that asked once more, and what is wrong with its answer. */
            repair: {
                runId: string;
                problems: components["schemas"]["AnswerProblem"][];
            } | null;
            /** @description Why it was not asked for once more. */
            note: string | null;
        };
        AnswerProblem: {
            /** @description JSON pointer into the answer; empty for the whole. */
            path: string;
            message: string;
        };
        /** @description The beginning of an answer that this run goes on with. */
        ContinuedAnswer: {
            /** @description What stands before this output, from all the runs before. */
            text: string;
            /**
             * @description prefill: the provider went on with the text itself. instruction: it was asked to go on, since it takes no beginnings.
             * @enum {string}
             */
            by: "prefill" | "instruction";
        };
        RunToolCall: {
            id: string;
            name: string;
            input?: unknown;
            /** @description Null while it goes on, and for a tool that is only declared. */
            result: components["schemas"]["ToolResult"] | null;
        };
        /** @description What came of a call of a tool. */
        ToolResult: {
            /** @description Whether the tool did its work; the model is told either way. */
            ok: boolean;
            /** @description As the model got it. */
            output: string;
            durationMs: number;
            /** @description The run of the prompt that answered, where the tool is one. */
            partId?: string;
        };
        /** @description What came of the techniques of the prompt. */
        TechniqueResult: {
            /** @description Where the prompt takes examples from cases. Absent on runs that are older than this. */
            pairs?: components["schemas"]["ChosenPairs"] | null;
            /** @description Where the prompt asks several samples to vote. */
            vote: components["schemas"]["VoteResult"] | null;
        };
        /** @description Cases that were sent as examples, with their expected answers. */
        ChosenPairs: {
            caseSetId: string;
            setName: string;
            setVersion: number;
            /** @description As they are sent: the most alike last. */
            cases: {
                caseId: string;
                name: string;
                /** @description By the model of the run that counts most. */
                tokens: number;
                /** @description Of its values and those of the run, 0 to 1. */
                similarity: number;
            }[];
        };
        /** @description What several samples of the same answered, counted. */
        VoteResult: {
            samples: {
                runId: string;
                /**
                 * @description queued: waits for a free place. stopped: by a person. failed: see error. interrupted: the server ended; the text so far is kept.
                 * @enum {string}
                 */
                status: "queued" | "running" | "finished" | "stopped" | "failed" | "interrupted";
                /** @description What was taken as its answer; null where nothing was. */
                answer: string | null;
            }[];
            /** @description Answers that are the same, the most often given first. */
            votes: {
                answer: string;
                /** @description Their places among the samples, from 0. */
                samples: number[];
            }[];
            /** @description The part of those who answered that agrees with the winner, 0 to 1. */
            agreement: number | null;
            /** @description The sample whose answer is that of the run. */
            winner: number | null;
        };
        /** @description One call of one prompt on one model. */
        Run: {
            id: string;
            comparisonId: string;
            /** @description The run that this one repeats or goes on from. */
            parentId: string | null;
            /**
             * @description repair, tool and vote: part of the answer of the run that is their parent.
             * @enum {string}
             */
            kind: "single" | "sample" | "retry" | "continuation" | "repair" | "tool" | "vote";
            /**
             * @description direct: somebody or a program asked for it. suite: made for a case of a suite, or by a judge of one. part: belongs to the answer of another run, as a repair or a prompt called as a tool.
             * @enum {string}
             */
            origin: "direct" | "suite" | "part";
            /** @description The run whose answer this one goes on with: the whole answer is both texts joined. */
            continuesId: string | null;
            sampleIndex: number;
            /** @description The set of values it was run with, where there were several. */
            setName: string | null;
            /** @description Its place among them, from 0. */
            setIndex: number | null;
            /**
             * @description queued: waits for a free place. stopped: by a person. failed: see error. interrupted: the server ended; the text so far is kept.
             * @enum {string}
             */
            status: "queued" | "running" | "finished" | "stopped" | "failed" | "interrupted";
            promptId: string | null;
            /** @description As it was when the run started. */
            promptTitle: string | null;
            /** @description Null when a draft or a loose document was run. */
            versionId: string | null;
            versionNumber: number | null;
            connectionId: string | null;
            connectionName: string;
            /** @enum {string} */
            provider: "openai" | "anthropic" | "google" | "openai_compatible" | "echo";
            /** @description The one that answered; of a chain the last that was called. */
            model: string;
            /** @description The fallback chain it was run on. */
            chainName: string | null;
            /** @description Models of the chain that were called before it and failed. */
            tried: components["schemas"]["TriedModel"][];
            /** @description null once the account is deleted. */
            author: components["schemas"]["PersonRef"] | null;
            /** @description The beginning of the answer. */
            excerpt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            endedAt: string | null;
            timeToFirstTokenMs: number | null;
            durationMs: number | null;
            /** @description stop, length, content_filter, tool_calls, interrupted or other. */
            finishReason: string | null;
            usage: components["schemas"]["TokenUsage"] | null;
            /** @description Null when the price of the model is not known. */
            cost: components["schemas"]["RunCost"] | null;
            /** @description What the whole answer cost: this run with those it goes on from and its parts. Null as long as nothing is known. */
            totalMicroDollars: number | null;
            error: components["schemas"]["RunError"] | null;
            /** @description Served from the cache: no model was called. When the answer was given first. */
            cached: {
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                answeredAt: string;
            } | null;
            /** @description Null where no form was asked for, or no whole answer came. */
            outcome: components["schemas"]["AnswerOutcome"] | null;
            /** @description SHA-256 of the messages, the same as in the preview. */
            sentHash: string;
            keepContext: boolean;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /** @description A file given as a value: its content is not stored. */
        OmittedValue: {
            name: string;
            characters: number;
            hash: string;
        };
        RunContextItem: {
            path: string;
            from: number | null;
            to: number | null;
            hash: string;
            tokens: number | null;
            characters: number;
            /** @description Only when kept with the run. */
            text: string | null;
        };
        /** @description before is the left answer, after the right one. */
        AnswerDiff: {
            rows: {
                /** @enum {string} */
                change: "same" | "changed" | "removed" | "added";
                before: {
                    line: number;
                    parts: {
                        text: string;
                        changed: boolean;
                    }[];
                } | null;
                after: {
                    line: number;
                    parts: {
                        text: string;
                        changed: boolean;
                    }[];
                } | null;
            }[];
            hunks: {
                from: number;
                to: number;
            }[];
            added: number;
            removed: number;
        };
        /** @description A run that repeats another, or goes on with its answer. */
        RetriedRun: {
            run: components["schemas"]["Run"];
            /** @description Files whose content differs from the first run. */
            changed: components["schemas"]["ChangedContext"][];
            /** @description Whether the messages are those of the first run, to the last character. */
            sentSame: boolean;
        };
        ChangedContext: {
            path: string;
            from: number | null;
            to: number | null;
        };
        RunEvent: {
            /** @enum {string} */
            type: "run-start";
            runId: string;
            text: string;
            reasoning: string;
        } | {
            /** @enum {string} */
            type: "text-delta";
            runId: string;
            text: string;
        } | {
            /** @enum {string} */
            type: "reasoning-delta";
            runId: string;
            text: string;
        } | {
            /** @enum {string} */
            type: "tool-call";
            runId: string;
            id: string;
            name: string;
            input?: unknown;
        } | {
            /** @enum {string} */
            type: "tool-result";
            runId: string;
            id: string;
            /** @description Whether the tool did its work; the model is told either way. */
            ok: boolean;
            /** @description As the model got it. */
            output: string;
            durationMs: number;
            /** @description The run of the prompt that answered, where the tool is one. */
            partId?: string;
        } | {
            /** @enum {string} */
            type: "usage";
            runId: string;
            inputTokens: number;
            outputTokens: number;
            cachedInputTokens: number | null;
            reasoningTokens: number | null;
            /** @description Counted here, since the provider did not say. */
            estimated: boolean;
        } | {
            /** @enum {string} */
            type: "warning";
            runId: string;
            message: string;
        } | {
            /** @enum {string} */
            type: "repair";
            runId: string;
            repairId: string;
        } | {
            /** @enum {string} */
            type: "technique";
            runId: string;
            result: components["schemas"]["TechniqueResult"];
        } | {
            /** @enum {string} */
            type: "run-end";
            runId: string;
            /**
             * @description queued: waits for a free place. stopped: by a person. failed: see error. interrupted: the server ended; the text so far is kept.
             * @enum {string}
             */
            status: "queued" | "running" | "finished" | "stopped" | "failed" | "interrupted";
            /** @description stop, length, content_filter, tool_calls, interrupted or other. */
            finishReason: string | null;
            usage: components["schemas"]["TokenUsage"] | null;
            cost: components["schemas"]["RunCost"] | null;
            timeToFirstTokenMs: number | null;
            durationMs: number | null;
            outcome: components["schemas"]["AnswerOutcome"] | null;
        } | {
            /** @enum {string} */
            type: "run-error";
            runId: string;
            /**
             * @description queued: waits for a free place. stopped: by a person. failed: see error. interrupted: the server ended; the text so far is kept.
             * @enum {string}
             */
            status: "queued" | "running" | "finished" | "stopped" | "failed" | "interrupted";
            /** @description stop, length, content_filter, tool_calls, interrupted or other. */
            finishReason: string | null;
            usage: components["schemas"]["TokenUsage"] | null;
            cost: components["schemas"]["RunCost"] | null;
            timeToFirstTokenMs: number | null;
            durationMs: number | null;
            outcome: components["schemas"]["AnswerOutcome"] | null;
            code: string;
            message: string;
            retryable: boolean;
        };
        /** @description Runs of one prompt side by side. */
        Comparison: {
            id: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /** @description null once the account is deleted. */
            author: components["schemas"]["PersonRef"] | null;
            promptId: string | null;
            promptTitle: string | null;
            runs: components["schemas"]["Run"][];
        };
        StartedRuns: {
            comparison: components["schemas"]["Comparison"];
            /** @description What rendering remarked; none of it is an error. */
            problems: components["schemas"]["DocumentProblem"][];
            allowance: components["schemas"]["Allowance"] | null;
        };
        /** @description Of all that limits this call, what has the least left. */
        Allowance: {
            /** @enum {string} */
            scope: "organization" | "person" | "connection" | "model" | "address";
            /** @enum {string} */
            measure: "run" | "upload";
            /** @enum {string} */
            window: "hour" | "day";
            limit: number;
            remaining: number;
            /**
             * Format: date-time
             * @description When all of the limit is back. Windows slide: part of it is back before.
             */
            resetAt: string;
        };
        RunSource: {
            /** @enum {string} */
            kind: "draft";
            /** @description An id (uuid v7). */
            promptId: string;
            /** @default main */
            branch: string;
        } | {
            /** @enum {string} */
            kind: "version";
            /** @description An id (uuid v7). */
            promptId: string;
            number: number;
        } | {
            /** @enum {string} */
            kind: "label";
            /** @description An id (uuid v7). */
            promptId: string;
            label: string;
            /** @description Keeps one caller on one target of a split. */
            subject?: string;
        } | {
            /** @enum {string} */
            kind: "document";
            document: components["schemas"]["PromptDocument"];
            /** @description The prompt it was made from, if any. */
            promptId?: string;
        };
        ValueSet: {
            /** @description What its answers are shown under. */
            name: string;
            values: {
                [key: string]: unknown;
            };
        };
        /** @description Runs held against each other, with notes and a verdict. */
        Judgement: {
            id: string;
            title: string;
            runIds: string[];
            /** @description The run that the others are compared with. */
            baseRunId: string;
            /**
             * @description open: none yet. winner: one of the runs is best. tie: several are equally good.
             * @enum {string}
             */
            verdict: "open" | "winner" | "tie";
            /** @description One for winner, two or more for tie, else none. */
            winnerIds: string[];
            notes: string;
            /** @description A note on a run, by its id. */
            runNotes: {
                [key: string]: string;
            };
            /** @description Whether everybody in the organization sees it with its runs. */
            shared: boolean;
            /** @description null once the account is deleted. */
            author: components["schemas"]["PersonRef"] | null;
            /** @description Whether you may change it. */
            mine: boolean;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /** @description A folder of your runs. */
        RunFolder: {
            id: string;
            name: string;
            runs: number;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /** @description A search you keep. */
        RunQuery: {
            id: string;
            name: string;
            address: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        JudgementDetail: {
            id: string;
            title: string;
            runIds: string[];
            /** @description The run that the others are compared with. */
            baseRunId: string;
            /**
             * @description open: none yet. winner: one of the runs is best. tie: several are equally good.
             * @enum {string}
             */
            verdict: "open" | "winner" | "tie";
            /** @description One for winner, two or more for tie, else none. */
            winnerIds: string[];
            notes: string;
            /** @description A note on a run, by its id. */
            runNotes: {
                [key: string]: string;
            };
            /** @description Whether everybody in the organization sees it with its runs. */
            shared: boolean;
            /** @description null once the account is deleted. */
            author: components["schemas"]["PersonRef"] | null;
            /** @description Whether you may change it. */
            mine: boolean;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            /** @description Those that are still there, in their order. */
            runs: components["schemas"]["RunDetail"][];
            /** @description Runs that you see also by themselves. */
            openRunIds: string[];
        };
        /** @description What a rule on how long runs are kept would erase today. */
        OutdatedRuns: {
            /** @description That would be erased today. */
            runs: number;
            /** @description Whether there are more; counting ends at 100000. */
            more: boolean;
            /** @description As old, but bookmarked or in a kept comparison: they stay. */
            kept: number;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            before: string;
        };
        /** @description How long runs are kept. Those that anybody bookmarked, or that a kept comparison holds, stay. */
        RunRetention: {
            /** @description null: runs are kept for good. */
            days: number | null;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        /** @description Your folders, tags, bookmarks and searches of runs. */
        RunShelf: {
            folders: components["schemas"]["RunFolder"][];
            tags: {
                name: string;
                runs: number;
            }[];
            queries: components["schemas"]["RunQuery"][];
            bookmarks: number;
        };
        /** @description A run of a list. */
        FoundRun: {
            id: string;
            comparisonId: string;
            /** @description The run that this one repeats or goes on from. */
            parentId: string | null;
            /**
             * @description repair, tool and vote: part of the answer of the run that is their parent.
             * @enum {string}
             */
            kind: "single" | "sample" | "retry" | "continuation" | "repair" | "tool" | "vote";
            /**
             * @description direct: somebody or a program asked for it. suite: made for a case of a suite, or by a judge of one. part: belongs to the answer of another run, as a repair or a prompt called as a tool.
             * @enum {string}
             */
            origin: "direct" | "suite" | "part";
            /** @description The run whose answer this one goes on with: the whole answer is both texts joined. */
            continuesId: string | null;
            sampleIndex: number;
            /** @description The set of values it was run with, where there were several. */
            setName: string | null;
            /** @description Its place among them, from 0. */
            setIndex: number | null;
            /**
             * @description queued: waits for a free place. stopped: by a person. failed: see error. interrupted: the server ended; the text so far is kept.
             * @enum {string}
             */
            status: "queued" | "running" | "finished" | "stopped" | "failed" | "interrupted";
            promptId: string | null;
            /** @description As it was when the run started. */
            promptTitle: string | null;
            /** @description Null when a draft or a loose document was run. */
            versionId: string | null;
            versionNumber: number | null;
            connectionId: string | null;
            connectionName: string;
            /** @enum {string} */
            provider: "openai" | "anthropic" | "google" | "openai_compatible" | "echo";
            /** @description The one that answered; of a chain the last that was called. */
            model: string;
            /** @description The fallback chain it was run on. */
            chainName: string | null;
            /** @description Models of the chain that were called before it and failed. */
            tried: components["schemas"]["TriedModel"][];
            /** @description null once the account is deleted. */
            author: components["schemas"]["PersonRef"] | null;
            /** @description The beginning of the answer. */
            excerpt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            endedAt: string | null;
            timeToFirstTokenMs: number | null;
            durationMs: number | null;
            /** @description stop, length, content_filter, tool_calls, interrupted or other. */
            finishReason: string | null;
            usage: components["schemas"]["TokenUsage"] | null;
            /** @description Null when the price of the model is not known. */
            cost: components["schemas"]["RunCost"] | null;
            /** @description What the whole answer cost: this run with those it goes on from and its parts. Null as long as nothing is known. */
            totalMicroDollars: number | null;
            error: components["schemas"]["RunError"] | null;
            /** @description Served from the cache: no model was called. When the answer was given first. */
            cached: {
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                answeredAt: string;
            } | null;
            /** @description Null where no form was asked for, or no whole answer came. */
            outcome: components["schemas"]["AnswerOutcome"] | null;
            /** @description SHA-256 of the messages, the same as in the preview. */
            sentHash: string;
            keepContext: boolean;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
            marks: components["schemas"]["RunMarks"];
            /** @description Null without q. */
            match: components["schemas"]["RunMatch"] | null;
        };
        /** @description What you put on a run. Nobody else sees it. */
        RunMarks: {
            bookmarked: boolean;
            folderId: string | null;
            tags: string[];
        };
        RunMatch: {
            /** @enum {string} */
            where: "answer" | "prompt" | "title";
            /** @description What stands around the first place found. */
            text: string;
            /** @description The words found, as UTF-16 offsets into text. */
            ranges: {
                from: number;
                to: number;
            }[];
        };
        MarkedRuns: {
            items: {
                runId: string;
                /** @enum {string} */
                outcome: "marked" | "not_found" | "too_many_tags";
                marks: components["schemas"]["RunMarks"] | null;
            }[];
        };
        /** @description Which cases are run on what. */
        Suite: {
            id: string;
            promptId: string;
            promptTitle: string;
            name: string;
            /** @description An id (uuid v7). */
            caseSetId: string;
            sources: ({
                /** @enum {string} */
                kind: "branch";
                /** @default main */
                branch: string;
            } | {
                /** @enum {string} */
                kind: "label";
                label: string;
            } | {
                /** @enum {string} */
                kind: "version";
                number: number;
            })[];
            models: {
                /** @description Null for the built-in echo model. */
                connectionId: string | null;
                /** @description The provider's name of a model. */
                model: string;
            }[];
            /** @description Each wins over the document's settings; `{}` takes them as they are. */
            settings: {
                temperature?: number;
                topP?: number;
                maxOutputTokens?: number;
                stop?: string[];
                seed?: number;
                topK?: number;
                frequencyPenalty?: number;
                presencePenalty?: number;
                /** @enum {string} */
                reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
            }[];
            repetitions: number;
            /** @description Models called at the same time. */
            concurrency: number;
            /** @description Take the answer an earlier run of a suite got for the very same messages, model and settings. */
            reuse: boolean;
            /** @description Share of items that must pass for it to be green. */
            passRate: number;
            /** @description The name under which it reports to the versions it ran, such as `suite:tone`; null reports nothing. */
            check: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            updatedAt: string;
            lastRun: {
                id: string;
                /** @enum {string} */
                status: "running" | "finished" | "stopped" | "failed";
                isGreen: boolean;
                total: number;
                passed: number;
                failed: number;
                errors: number;
                microDollars: number;
                /**
                 * Format: date-time
                 * @description A moment, ISO 8601 in UTC.
                 */
                createdAt: string;
            } | null;
            /** @description Counts changes; the ETag of this thing. */
            revision: number;
        };
        ExportedSuiteRun: {
            fileName: string;
            mediaType: string;
            text: string;
        };
        CaseProposals: {
            runId: string;
            /**
             * @description queued: waits for a free place. stopped: by a person. failed: see error. interrupted: the server ended; the text so far is kept.
             * @enum {string}
             */
            status: "queued" | "running" | "finished" | "stopped" | "failed" | "interrupted";
            /** @description As they can be added to the set; nothing of it is stored. While the model is still writing, those that are whole. */
            cases: {
                name: string;
                /**
                 * @description Values of the variables; a file is `{ name, text }`.
                 * @default {}
                 */
                values: {
                    [key: string]: unknown;
                };
                /**
                 * @description The answer that is wanted; assertions without a value of their own mean it.
                 * @default null
                 */
                expected: string | null;
                /** @default [] */
                tags: string[];
                /** @default [] */
                assertions: ({
                    /** @enum {string} */
                    kind: "equals";
                    /** @default null */
                    value: string | null;
                    /** @default false */
                    ignoreCase: boolean;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "contains";
                    values: string[];
                    /**
                     * @default all
                     * @enum {string}
                     */
                    mode: "all" | "any" | "none";
                    /** @default false */
                    ignoreCase: boolean;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "starts_with";
                    /** @default null */
                    value: string | null;
                    /** @default false */
                    ignoreCase: boolean;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "ends_with";
                    /** @default null */
                    value: string | null;
                    /** @default false */
                    ignoreCase: boolean;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "regex";
                    pattern: string;
                    /** @default  */
                    flags: string;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "json";
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "json_schema";
                    schema: unknown;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "json_path";
                    path: string;
                    /**
                     * @default exists
                     * @enum {string}
                     */
                    operator: "exists" | "equals" | "contains" | "less" | "at_most" | "more" | "at_least";
                    value?: unknown;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "number";
                    /** @default null */
                    value: number | null;
                    /** @default 0 */
                    tolerance: number;
                    /** @default false */
                    relative: boolean;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "similarity";
                    /** @default null */
                    value: string | null;
                    /**
                     * @default words
                     * @enum {string}
                     */
                    measure: "words" | "characters";
                    /** @default 0.8 */
                    atLeast: number;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "no_secrets";
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "latency";
                    atMostMs: number;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "cost";
                    atMostMicroDollars: number;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "tokens";
                    /**
                     * @default output
                     * @enum {string}
                     */
                    of: "input" | "output" | "total";
                    atMost: number;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "javascript";
                    code: string;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                } | {
                    /** @enum {string} */
                    kind: "judged";
                    rubric: string;
                    judges: {
                        connectionId: string | null;
                        model: string;
                    }[];
                    /**
                     * @default majority
                     * @enum {string}
                     */
                    combine: "majority" | "mean";
                    /** @default 0.5 */
                    atLeast: number;
                    /** @default 1 */
                    weight: number;
                    /** @default true */
                    required: boolean;
                    /** @default false */
                    not: boolean;
                })[];
                /**
                 * @description How much it counts in the score.
                 * @default 1
                 */
                weight: number;
                /**
                 * @description Whether a suite fails when this case fails, whatever its rate.
                 * @default false
                 */
                required: boolean;
                /**
                 * @description The score of its assertions from which the case passes, beside those that are required.
                 * @default null
                 */
                passScore: number | null;
            }[];
            /** @description Cases whose values another has already: one of the set, or an earlier proposal. */
            duplicates: {
                index: number;
                of: string;
            }[];
            /** @description What the model answered that is no case, or why it did not. */
            problems: string[];
            /** @description What asking cost, as far as the price is known. */
            microDollars: number | null;
        };
        SuiteReport: {
            id: string;
            suiteId: string;
            suiteName: string;
            promptId: string;
            caseSetId: string;
            caseSetVersion: number;
            /** @enum {string} */
            status: "running" | "finished" | "stopped" | "failed";
            /** @description Finished, with the rate it needs and all required cases passed. */
            isGreen: boolean;
            /** @description Why it stopped or is not green, in words. */
            reason: string | null;
            total: number;
            passed: number;
            failed: number;
            /** @description Could not be run or judged; they count as not passed. */
            errors: number;
            waiting: number;
            reused: number;
            /** @description Of answers and judges, as far as prices are known. */
            microDollars: number;
            /** @description The share it needs. */
            passRate: number;
            /** @description null once the account is deleted. */
            startedBy: components["schemas"]["PersonRef"] | null;
            baselineId: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            endedAt: string | null;
            rate: number | null;
            interval: components["schemas"]["Interval"] | null;
            lanes: components["schemas"]["SuiteLane"][];
        };
        /** @description Where the true share lies with 95 % (Wilson score). */
        Interval: {
            low: number;
            high: number;
        };
        /** @description One version on one model with one group of settings. */
        SuiteLane: {
            index: number;
            version: number;
            /** @description What named the version: a branch, a label or its number. */
            from: string;
            connectionId: string | null;
            connectionName: string;
            model: string;
            settings: {
                temperature?: number;
                topP?: number;
                maxOutputTokens?: number;
                stop?: string[];
                seed?: number;
                topK?: number;
                frequencyPenalty?: number;
                presencePenalty?: number;
                /** @enum {string} */
                reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
            };
            total: number;
            passed: number;
            failed: number;
            /** @description Could not be run or judged; they count as not passed. */
            errors: number;
            rate: number | null;
            interval: components["schemas"]["Interval"] | null;
            /** @description Mean score, by the weights of the cases. */
            score: number | null;
            microDollars: number;
            meanLatencyMs: number | null;
            /** @description Passed in the baseline, and not here. */
            broken: number | null;
            fixed: number | null;
            /** @description Cases whose repetitions disagree. */
            unsteady: number;
        };
        SuiteItemPage: {
            items: components["schemas"]["SuiteItem"][];
            nextCursor: string | null;
        };
        /** @description One case on one lane. */
        SuiteItem: {
            position: number;
            lane: number;
            caseId: string;
            caseName: string;
            repetition: number;
            required: boolean;
            weight: number;
            /** @enum {string} */
            status: "waiting" | "running" | "passed" | "failed" | "error";
            /**
             * @description What it was in the baseline.
             * @enum {string|null}
             */
            before: "passed" | "failed" | "error" | null;
            score: number | null;
            results: components["schemas"]["AssertionResult"][];
            /** @description Why it could not be run. */
            reason: string | null;
            excerpt: string;
            runId: string | null;
            reused: boolean;
            latencyMs: number | null;
            microDollars: number | null;
            inputTokens: number | null;
            outputTokens: number | null;
        };
        AssertionResult: {
            kind: string;
            /** @enum {string} */
            status: "passed" | "failed" | "error";
            score: number;
            reason: string;
            weight: number;
            required: boolean;
        };
        SuiteRunPage: {
            items: components["schemas"]["SuiteRun"][];
            nextCursor: string | null;
        };
        SuiteRun: {
            id: string;
            suiteId: string;
            suiteName: string;
            promptId: string;
            caseSetId: string;
            caseSetVersion: number;
            /** @enum {string} */
            status: "running" | "finished" | "stopped" | "failed";
            /** @description Finished, with the rate it needs and all required cases passed. */
            isGreen: boolean;
            /** @description Why it stopped or is not green, in words. */
            reason: string | null;
            total: number;
            passed: number;
            failed: number;
            /** @description Could not be run or judged; they count as not passed. */
            errors: number;
            waiting: number;
            reused: number;
            /** @description Of answers and judges, as far as prices are known. */
            microDollars: number;
            /** @description The share it needs. */
            passRate: number;
            /** @description null once the account is deleted. */
            startedBy: components["schemas"]["PersonRef"] | null;
            baselineId: string | null;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            endedAt: string | null;
        };
        SuitePage: {
            items: components["schemas"]["Suite"][];
            nextCursor: string | null;
        };
        /** @description The run whose answer will be the proposals. */
        AskedProposals: {
            runId: string;
        };
        ImportSession: {
            id: string;
            /** @enum {string} */
            source: "csv" | "promptfoo";
            fileName: string;
            /** @description null once the account is deleted. */
            startedBy: components["schemas"]["PersonRef"] | null;
            created: number;
            /** @description Rows left out: empty, too long, or there already. */
            skipped: number;
            problems: components["schemas"]["ImportProblem"][];
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description A moment, ISO 8601 in UTC.
             */
            undoneAt: string | null;
            /** @description Prompts an undo took away; the rest had been changed since. */
            removed: number;
        };
        ImportProblem: {
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            code: string;
            message: string;
            line: number | null;
        };
        /** @description Which column (from 0) fills which part; null leaves it empty. */
        CsvMapping: {
            title: number | null;
            content: number | null;
            description: number | null;
            tags: number | null;
            type: number | null;
            forDevs: number | null;
        };
        ImportedPromptfoo: {
            session: components["schemas"]["ImportSession"];
            prompts: {
                promptId: string;
                title: string;
                /** @description null where no test is for the prompt. */
                caseSetId: string | null;
                cases: number;
                suiteIds: string[];
            }[];
        };
        ImportSessionPage: {
            items: components["schemas"]["ImportSession"][];
            nextCursor: string | null;
        };
        /** @description What an import would do; the first rows of it. */
        CsvPreview: {
            columns: string[];
            mapping: components["schemas"]["CsvMapping"];
            delimiter: string;
            /** @description Rows that would become prompts. */
            found: number;
            /** @description Rows whose title and text the vault has already. */
            known: number;
            rows: {
                line: number;
                title: string;
                excerpt: string;
                tags: string[];
                isKnown: boolean;
            }[];
            problems: components["schemas"]["ImportProblem"][];
        };
        /** @description What an import would make, and what has no counterpart. */
        PromptfooPreview: {
            config: string;
            /** @description Files that may be the configuration. */
            configs: string[];
            title: string;
            prompts: {
                title: string;
                excerpt: string;
                cases: number;
                suites: string[];
            }[];
            providers: {
                id: string;
                label: string;
                /** @description null where nothing here fits, and something stands in. */
                model: {
                    /** @description Null for the built-in echo model. */
                    connectionId: string | null;
                    /** @description The provider's name of a model. */
                    model: string;
                } | null;
                settings: {
                    temperature?: number;
                    topP?: number;
                    maxOutputTokens?: number;
                    stop?: string[];
                    seed?: number;
                    topK?: number;
                    frequencyPenalty?: number;
                    presencePenalty?: number;
                    /** @enum {string} */
                    reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
                };
            }[];
            cases: number;
            repetitions: number;
            concurrency: number;
            problems: components["schemas"]["ImportProblem"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    /** @description 10 to 200 characters. */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Change one’s password; all other sessions end */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required, identity.wrong_credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.csrf */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, identity.password_weak */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End one of one’s sessions */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.csrf */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEntrance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether this instance has an owner, and who may sign up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entrance"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed-in person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    theme?: "auto" | "light" | "dark";
                };
            };
        };
        responses: {
            /** @description Change one’s name or theme */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.csrf */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where one is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Session"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Sign in with mail address and password; the session comes as a cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description identity.wrong_credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.csrf */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, identity.too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End this session */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.csrf */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: email */
                    email: string;
                    /** @description 10 to 200 characters. */
                    password: string;
                    /** @description The token of an invitation link. */
                    invitation?: string;
                    /** @description For the first account of a server others can reach. */
                    setUpCode?: string;
                };
            };
        };
        responses: {
            /** @description Create an account and sign in; the first one owns the instance */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.csrf, identity.sign_up_closed, identity.set_up_code_wrong */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation.not_valid */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description identity.email_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, identity.password_weak */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Join the organization an invitation link offers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.csrf */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found, invitation.not_valid */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation.already_member */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Invitations of the organization, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "admin" | "editor" | "viewer";
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Create an invitation link, good for 7 days and one person */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedInvitation"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden, organization.role_too_high */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description organization.personal */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Create an organization; the caller becomes its owner */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.csrf */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvitationOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What an invitation link offers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOffer"];
                };
            };
            /** @description resource.not_found, invitation.not_valid */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization of this call, with the caller’s role and permissions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Rename the organization */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Members of the organization */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyOrganizations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Organizations the caller belongs to, or is a guest of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Membership"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a member; their open editors close within seconds */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden, organization.role_too_high */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description organization.last_owner, organization.personal */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "admin" | "editor" | "viewer";
                };
            };
        };
        responses: {
            /** @description Change a member’s role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden, organization.role_too_high */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description organization.last_owner, organization.personal */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke an invitation link */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make this the organization of the session, for calls that name none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLimits: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the limits the organization set itself, and those of its plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Limit"][];
                        plan: components["schemas"]["PlanLimits"];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLimit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    scope: "organization" | "person" | "connection" | "model";
                    /** @description With the scope person: one alone. Absent: each person. */
                    memberId?: string;
                    /** @description With the scope connection. */
                    connectionId?: string;
                    /** @description With the scope model: the provider's name of it, over any connection. */
                    model?: string;
                    /** @description In any stretch of an hour; null is no limit of its own. */
                    runsAnHour?: number | null;
                    /** @description In any stretch of 24 hours. */
                    runsADay?: number | null;
                    /** @description Runs over this wait for a place. */
                    runsAtOnce?: number | null;
                    uploadsAnHour?: number | null;
                    uploadsADay?: number | null;
                };
            };
        };
        responses: {
            /** @description Limit how often a person, the organization, a connection or a model is used */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden, limit.above_plan */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description limit.exists, limit.too_many */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLimit: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                limitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go back to what the plan allows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateLimit: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                limitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In any stretch of an hour; null is no limit of its own. */
                    runsAnHour?: number | null;
                    /** @description In any stretch of 24 hours. */
                    runsADay?: number | null;
                    /** @description Runs over this wait for a place. */
                    runsAtOnce?: number | null;
                    uploadsAnHour?: number | null;
                    uploadsADay?: number | null;
                };
            };
        };
        responses: {
            /** @description Change a limit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden, limit.above_plan */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBudget: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get what the organization may spend on models, and what it has spent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateBudget: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Millionths of a US dollar; null means no limit. */
                    dayMicroDollars?: number | null;
                    /** @description Millionths of a US dollar; null means no limit. */
                    monthMicroDollars?: number | null;
                };
            };
        };
        responses: {
            /** @description Limit what the organization spends on models */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMemberUsage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get what a member used of what they may */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get what you used of what you may, and the organization with you */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetUsage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An id (uuid v7). */
                    memberId?: string;
                    /** @description An id (uuid v7). */
                    connectionId?: string;
                    model?: string;
                };
            };
        };
        responses: {
            /** @description Forget what a member, a connection or a model has used */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden, limit.operator_only */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countUnreadNotices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many groups of notices are unread */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For the operator: mail that did not go, and mail kept because no mail server is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailReport"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description notice.not_operator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNoticeSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where each kind of notice goes, and when the daily mail comes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateNoticeSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    digestHour?: number;
                    timeZone?: string;
                    mailPaused?: boolean;
                    /**
                     * @description Mail goes to the address again after some came back.
                     * @enum {boolean}
                     */
                    addressWorks?: true;
                };
            };
        };
        responses: {
            /** @description Change when the daily mail comes, or pause mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPushSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The browsers in which one is told, and the key to subscribe another with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSettings"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscribePush: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endpoint: string;
                    p256dh: string;
                    auth: string;
                };
            };
        };
        responses: {
            /** @description Be told in this browser, until this session ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSettings"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden, notice.push_off */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description notice.too_many_browsers */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, notice.bad_browser */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNoticeMutes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Things one is not told about */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NoticeMute"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    muteNotices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: string;
                    /** @description An id (uuid v7). */
                    id: string;
                    muted: boolean;
                };
            };
        };
        responses: {
            /** @description Be told no more about a thing, or be told again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description true: only what was not read. */
                unread?: "true" | "false";
                kind?: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One’s own notices in this organization, newest first, unread ones of a group as one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAllNotices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The newest notice that was seen; later ones stay unread. */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Mark all notices of this organization as read */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mark a notice, and the unread ones of its group, as read */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unreadNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mark a notice, and those read together with it, as unread */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveBounce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The whole mail as it arrived, with its headers. */
                    message: string;
                };
            };
        };
        responses: {
            /** @description For the operator’s mail server: tell of a mail that came back (RFC 3464) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BounceOutcome"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description notice.bad_bounce_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.csrf */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An id (uuid v7). */
                    organizationId: string;
                    /** @description An id (uuid v7). */
                    id: string;
                };
            };
        };
        responses: {
            /** @description For the operator: send a mail again that did not go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailReport"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.csrf, notice.not_operator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description notice.no_such_mail */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setNoticePreference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    app: boolean;
                    /** @enum {string} */
                    mail: "immediate" | "daily" | "never";
                    /** @description Left out, it stays as it is. */
                    push?: boolean;
                };
            };
        };
        responses: {
            /** @description Say where a kind of notice goes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePreference"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found, notice.unknown_kind */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribePush: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Be told no more in one of one’s browsers */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listModelChains: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the fallback chains */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ModelChain"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createModelChain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    steps: {
                        /** @description Null for the built-in echo model. */
                        connectionId: string | null;
                        /** @description The provider's name of a model. */
                        model: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Put models in an order to fall back on */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelChain"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description model.chain_name_taken, model.too_many_chains */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, model.chain_personal */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listModelConnections: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the connections to model providers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ModelConnection"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createModelConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    provider: "openai" | "anthropic" | "google" | "openai_compatible";
                    /**
                     * @description Where the provider answers; null means the provider's own address.
                     * @default null
                     */
                    baseUrl?: string | null;
                    /**
                     * @description The key of the provider. It is sealed and never returned.
                     * @default null
                     */
                    key?: string | null;
                    /**
                     * @description Absent: responses for OpenAI, chat for compatible servers.
                     * @enum {string}
                     */
                    api?: "chat" | "responses";
                    /**
                     * @description A connection of your own: nobody else sees it, runs on it, or changes it.
                     * @default false
                     */
                    personal?: boolean;
                    /**
                     * @description Save although the test of the connection fails.
                     * @default false
                     */
                    saveAnyway?: boolean;
                };
            };
        };
        responses: {
            /** @description Connect a model provider */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelConnection"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description model.name_taken, model.too_many */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, model.connection_failed, model.one_way_only */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createModelFacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An id (uuid v7). */
                    connectionId: string;
                    /** @description The provider's name of a model. */
                    model: string;
                    contextWindow?: number | null;
                    maxOutputTokens?: number | null;
                    vision?: boolean | null;
                    tools?: boolean | null;
                    schema?: boolean | null;
                    reasoning?: boolean | null;
                    /** @description Millionths of a US dollar for a million tokens. */
                    inputMicroDollars?: number | null;
                    /** @description Millionths of a US dollar for a million tokens. */
                    outputMicroDollars?: number | null;
                    /** @description Millionths of a US dollar for a million tokens. */
                    cachedInputMicroDollars?: number | null;
                    /**
                     * Format: date
                     * @description A day, YYYY-MM-DD.
                     */
                    retiresOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Say what the catalogue does not know, or knows wrongly, of a model */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFacts"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description model.facts_exist */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, model.price_incomplete */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteModelChain: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                chainId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a fallback chain */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateModelChain: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                chainId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    steps?: {
                        /** @description Null for the built-in echo model. */
                        connectionId: string | null;
                        /** @description The provider's name of a model. */
                        model: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Change a fallback chain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelChain"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description model.chain_name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, model.chain_personal */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getModelConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelConnection"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteModelConnection: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a connection and its key */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateModelConnection: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Where the provider answers; null means the provider's own address. */
                    baseUrl?: string | null;
                    /** @description The key of the provider. It is sealed and never returned. */
                    key?: string | null;
                    /**
                     * @description chat: chat completions. responses: the newer API. Only OpenAI and compatible servers have both.
                     * @enum {string}
                     */
                    api?: "chat" | "responses";
                    /**
                     * @description Save although the test of the connection fails.
                     * @default false
                     */
                    saveAnyway?: boolean;
                };
            };
        };
        responses: {
            /** @description Change a connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelConnection"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description model.name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, model.connection_failed, model.key_elsewhere, model.one_way_only */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteModelFacts: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                factsId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go back to what the catalogue says of a model */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateModelFacts: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                factsId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contextWindow?: number | null;
                    maxOutputTokens?: number | null;
                    vision?: boolean | null;
                    tools?: boolean | null;
                    schema?: boolean | null;
                    reasoning?: boolean | null;
                    /** @description Millionths of a US dollar for a million tokens. */
                    inputMicroDollars?: number | null;
                    /** @description Millionths of a US dollar for a million tokens. */
                    outputMicroDollars?: number | null;
                    /** @description Millionths of a US dollar for a million tokens. */
                    cachedInputMicroDollars?: number | null;
                    /**
                     * Format: date
                     * @description A day, YYYY-MM-DD.
                     */
                    retiresOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Change facts about a model */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFacts"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, model.price_incomplete */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discoverModelServers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The machine to look on, as the PromptVault server reaches it.
                     * @default localhost
                     */
                    host?: string;
                };
            };
        };
        responses: {
            /** @description Look for Ollama, LM Studio, vLLM and llama.cpp on a machine */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DiscoveredServer"][];
                    };
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnectionModels: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the models of a connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Model"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listModels: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List all models of the organization */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Model"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testModelConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Test a connection again and list its models anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelConnection"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Part of the name. */
                q?: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the tags of the organization by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameTag: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                tagId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Rename a tag wherever it is used */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tag.name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraftUpdates: {
        parameters: {
            query?: {
                /** @description The seq one has; with 0 the whole draft comes as one update. */
                after?: number | null;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the draft as Yjs updates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptDraftUpdates"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appendDraftUpdates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    updates: string[];
                };
            };
        };
        responses: {
            /** @description Add Yjs updates to the draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptDraftAck"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.draft_refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveLabelMove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Approve a move; the last approval that is needed moves the label */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRequest"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden, prompt.label_own_request */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.label_request_closed, prompt.label_checks_missing */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.reference_cycle */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archivePrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a prompt into the archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelLabelRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back what one asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRequest"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.label_request_closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The newest version one knows of this branch; null when there is none yet. */
                    expectedParent: number | null;
                    /** @default  */
                    message?: string;
                    /** @description Saved instead of the draft, which must hold no unsaved change. */
                    document?: {
                        sections: {
                            id: string;
                            /** @enum {string} */
                            kind: "system" | "instructions" | "context" | "examples" | "output_format" | "message";
                            /** @enum {string|null} */
                            role: "system" | "user" | "assistant" | null;
                            text: string;
                        }[];
                        variables: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            type: "text" | "number" | "boolean" | "select" | "list" | "file" | "json";
                            description: string;
                            required: boolean;
                            default: unknown;
                            options: string[];
                        }[];
                        examples: {
                            id: string;
                            input: string;
                            output: string;
                        }[];
                        /** @enum {string} */
                        examplesAs: "text" | "messages";
                        tools: {
                            id: string;
                            name: string;
                            description: string;
                            parameters: unknown;
                            implementation?: {
                                /** @enum {string} */
                                kind: "mock";
                                reply: string;
                            } | {
                                /** @enum {string} */
                                kind: "javascript";
                                code: string;
                            } | {
                                /** @enum {string} */
                                kind: "http";
                                /** @enum {string} */
                                method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
                                url: string;
                                headers: {
                                    name: string;
                                    value: string;
                                }[];
                                body: string | null;
                                safe: boolean;
                            } | {
                                /** @enum {string} */
                                kind: "prompt";
                                reference: string;
                            };
                        }[];
                        settings: {
                            temperature?: number;
                            topP?: number;
                            maxOutputTokens?: number;
                            stop?: string[];
                            seed?: number;
                            topK?: number;
                            frequencyPenalty?: number;
                            presencePenalty?: number;
                            /** @enum {string} */
                            reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
                        };
                        responseSchema: unknown;
                        delimiters: [
                            string,
                            string
                        ] | null;
                        extends: string | null;
                        techniques?: {
                            chainOfThought?: {
                                instruction: string | null;
                            };
                            selfConsistency?: {
                                samples: number;
                                temperature: number | null;
                                answer: {
                                    /** @enum {string} */
                                    by: "whole";
                                } | {
                                    /** @enum {string} */
                                    by: "last_line";
                                } | {
                                    /** @enum {string} */
                                    by: "last_number";
                                } | {
                                    /** @enum {string} */
                                    by: "after";
                                    marker: string;
                                } | {
                                    /** @enum {string} */
                                    by: "json";
                                    pointer: string;
                                };
                            };
                            react?: {
                                steps: number;
                            };
                            fewShot?: {
                                caseSetId: string | null;
                                pairs: number;
                                tokens: number;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Save the draft as the next version */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommittedVersion"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.version_conflict, prompt.draft_unsaved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.reference_cycle, prompt.references_too_deep */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareVersions: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell what differs between two versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionComparison"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.version_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareRendered: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: number;
                    to: number;
                    /** @default {} */
                    values?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @default {
                     *       "items": []
                     *     }
                     */
                    pack?: {
                        items: {
                            path: string;
                            from?: number;
                            to?: number;
                            text: string;
                            hash: string;
                            tokens?: number;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Tell what differs between two versions, and between what they would send for given values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenderedComparison"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.version_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    convertPrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /**
                     * @description Guessed from the text when absent.
                     * @enum {string}
                     */
                    language?: "mustache" | "dollar" | "fstring" | "jinja" | "handlebars" | "dotprompt" | "text";
                };
            };
        };
        responses: {
            /** @description Make a document of a prompt in the language of another tool, without storing it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConvertedPrompt"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBranches: {
        parameters: {
            query?: {
                /** @description true: deleted branches, which can be restored. */
                deleted?: "true" | "false";
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the branches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PromptBranch"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBranch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Any version; the newest of the default branch when absent. */
                    from?: number;
                };
            };
        };
        responses: {
            /** @description Make a branch that goes on from a version */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptBranch"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.branch_taken, prompt.branches_full, prompt.archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.version_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPrompts: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                sort?: "updated" | "title" | "uses" | "created";
                /** @description Default: asc for title, else desc. */
                direction?: "asc" | "desc";
                /** @description Part of the title or path. */
                q?: string;
                tag?: string;
                status?: "unpublished" | "published";
                /** @description An id (uuid v7). */
                author?: string;
                favorite?: "true" | "false";
                /** @description true: archived prompts alone; otherwise none of them. */
                archived?: "true" | "false";
                /** @description true: deleted prompts the caller may restore. */
                deleted?: "true" | "false";
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the prompts one may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @description Made from the title when absent. */
                    path?: string;
                    /** @default  */
                    description?: string;
                    /** @default [] */
                    tags?: components["schemas"]["TagName"][];
                    visibility?: components["schemas"]["PromptVisibility"];
                    document?: components["schemas"]["PromptDocument"];
                    /**
                     * @description true: the document is also version 1.
                     * @default false
                     */
                    commit?: boolean;
                    /** @default  */
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Create a prompt */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.path_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.reference_cycle, prompt.references_too_deep */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPromptFromFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /**
                     * @description Seen from the text when absent.
                     * @enum {string}
                     */
                    format?: "markdown" | "yaml" | "json";
                    /**
                     * @description The name of the file: the title, where the file says none.
                     * @default
                     */
                    name?: string;
                    /** @description Instead of the one in the file; refused when taken. */
                    path?: string;
                    visibility?: components["schemas"]["PromptVisibility"];
                    /**
                     * @description true: the document is also version 1.
                     * @default false
                     */
                    commit?: boolean;
                };
            };
        };
        responses: {
            /** @description Create a prompt from a file */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.path_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.file_refused, prompt.reference_cycle, prompt.references_too_deep */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteBranch: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a branch; its versions stay, and it can be restored */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.branch_protected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameBranch: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Rename a branch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptBranch"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.branch_taken, prompt.branch_protected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setLabel: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                label: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    targets: {
                        version: number;
                        /** @default 1 */
                        weight?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Point a label at a version, or split it between several */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptLabel"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.label_protected, prompt.label_checks_missing */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.label_reserved, prompt.version_unknown, prompt.reference_cycle */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLabel: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                label: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a label away */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found, prompt.label_unknown */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.label_protected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.label_reserved, prompt.reference_cycle */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get what is known about a prompt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePrompt: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a prompt; it can be restored for 30 days */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePrompt: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromptChanges"];
            };
        };
        responses: {
            /** @description Change title, path, description, tags, visibility or co-editors */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.path_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.co_editor_unknown, prompt.reference_cycle */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go back to the last saved version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptDraft"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicatePrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    path?: components["schemas"]["PromptPath"];
                };
            };
        };
        responses: {
            /** @description Make an own copy of a prompt, linked to it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.path_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    favoritePrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mark as a favorite of one’s own */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unfavoritePrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take the mark away */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the uncommitted text of a branch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptDraft"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document: components["schemas"]["PromptDocument"];
                };
            };
        };
        responses: {
            /** @description Replace the draft; others who edit it see only what differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptDraft"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLabelRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a move that was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRequest"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromptFile: {
        parameters: {
            query?: {
                /** @description markdown has front matter and a heading for each section. */
                format?: components["schemas"]["PromptFileFormat"];
                /** @description The newest of the default branch when neither this, label nor draft is given. */
                version?: number;
                label?: string;
                /** @description The uncommitted text of this branch. */
                draft?: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a prompt as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptFile"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found, prompt.label_unknown */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.nothing_saved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.version_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromptImpact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell what depends on a prompt, directly and through others */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptImpact"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublicPrompt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a prompt that anyone with its address may read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicPrompt"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUpstream: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the original of a copy, and whether it has newer versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upstream"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found, prompt.no_upstream */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a version with its document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptVersion"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVersionGraph: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the versions of all branches with their parents, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptVersionGraph"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLabelMoves: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                label: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List where a label pointed, the newest move first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PromptLabelMove"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLabelRequests: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description stale: the label moved otherwise meanwhile. */
                status?: components["schemas"]["LabelRequestStatus"];
                /** @description An id (uuid v7). */
                prompt?: string;
                /** @description waiting: open ones that one may approve and has not voted on. */
                scope?: "all" | "waiting";
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List moves of protected labels that were asked for, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LabelRequest"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLabelRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List which labels are protected, and what a move of them needs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LabelRule"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLabels: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the labels and what they point at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PromptLabel"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVersionChecks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what was found out about a version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VersionCheck"][];
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                branch?: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the versions, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptVersionPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeBranch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A branch, or any version of the prompt. */
                    from: {
                        branch: string;
                    } | {
                        version: number;
                    };
                    /** @default main */
                    into?: string;
                    /** @description The version of `from` that was looked at. */
                    expectedFrom: number;
                    /** @description The newest version of `into` that was looked at; null when it had none. */
                    expectedInto: number | null;
                    /** @default [] */
                    resolutions?: components["schemas"]["MergeResolution"][];
                    /** @default  */
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Merge a branch or version into a branch: one version with two parents */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommittedVersion"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.nothing_to_merge, prompt.merge_stale, prompt.merge_conflicts, prompt.draft_unsaved, prompt.archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.merge_into_itself, prompt.resolution_refused, prompt.version_unknown, prompt.reference_cycle, prompt.references_too_deep */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version the document was made from. */
                    from: number | null;
                    document: components["schemas"]["PromptDocument"];
                    /** @default [] */
                    resolutions?: components["schemas"]["MergeResolution"][];
                };
            };
        };
        responses: {
            /** @description Merge a document made from an older version into the draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptDraft"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.merge_conflicts */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.resolution_refused, prompt.version_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeTag: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                tagId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The tag that stays. */
                    into: string;
                };
            };
        };
        responses: {
            /** @description Give prompts that carry a tag another one instead, and end the tag; the answer is the one that stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDraftMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version the document was made from. */
                    from: number | null;
                    document: components["schemas"]["PromptDocument"];
                    /** @default [] */
                    resolutions?: components["schemas"]["MergeResolution"][];
                };
            };
        };
        responses: {
            /** @description Tell what merging a document into the draft gives */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftMergePreview"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.version_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A branch, or any version of the prompt. */
                    from: {
                        branch: string;
                    } | {
                        version: number;
                    };
                    /** @default main */
                    into?: string;
                    /** @default [] */
                    resolutions?: components["schemas"]["MergeResolution"][];
                };
            };
        };
        responses: {
            /** @description Tell what merging a branch or version into a branch gives, and what both changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.merge_into_itself, prompt.version_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPull: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default main */
                    into?: string;
                    /** @default [] */
                    resolutions?: components["schemas"]["MergeResolution"][];
                    /** @description Of the original; its newest one when absent. */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Tell what pulling the changes of the original into a copy gives */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PullPreview"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found, prompt.no_upstream */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.nothing_saved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.version_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishPrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let colleagues see and run a prompt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.archived, prompt.nothing_saved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pullUpstream: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default main */
                    into?: string;
                    /** @default [] */
                    resolutions?: components["schemas"]["MergeResolution"][];
                    /** @description The version of the original that was looked at. */
                    version: number;
                    /** @description The newest version of `into` that was looked at; null when it had none. */
                    expectedInto: number | null;
                    /** @default  */
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Merge what the original did since it was last taken into a copy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommittedVersion"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found, prompt.no_upstream */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.nothing_to_merge, prompt.merge_conflicts, prompt.version_conflict, prompt.draft_unsaved, prompt.archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.version_unknown, prompt.resolution_refused, prompt.reference_cycle, prompt.references_too_deep */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordPromptView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that one has opened it; counted once a day, never for the author */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectLabelMove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Reject a move, which closes the request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRequest"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden, prompt.label_own_request */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.label_request_closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setLabelRule: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                label: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Members with label.approve, other than the one who asks, who must agree; 0 for none.
                     * @default 1
                     */
                    approvals?: number;
                    /**
                     * @description Checks that must have passed for each version it points at.
                     * @default []
                     */
                    checks?: string[];
                };
            };
        };
        responses: {
            /** @description Protect a label in all prompts of the organization */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRule"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.label_reserved */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeLabelRule: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                label: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Protect a label no longer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found, prompt.label_rule_unknown */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renderPrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source: components["schemas"]["PromptSource"];
                    /** @default {} */
                    values?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @default {
                     *       "items": []
                     *     }
                     */
                    pack?: {
                        items: {
                            path: string;
                            from?: number;
                            to?: number;
                            text: string;
                            hash: string;
                            tokens?: number;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Tell which messages would be sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenderedPrompt"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found, prompt.label_unknown */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.nothing_saved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.version_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportVersionCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                number: number;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    status: components["schemas"]["CheckStatus"];
                    /**
                     * @description One sentence for people.
                     * @default
                     */
                    summary?: string;
                    /** Format: uri */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Report what a check found out about a version; the last report of a name counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionCheck"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.checks_full */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.version_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestLabelMove: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                label: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    targets: {
                        version: number;
                        /** @default 1 */
                        weight?: number;
                    }[];
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Ask to move a protected label */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRequest"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.label_unprotected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.label_reserved, prompt.version_unknown, prompt.reference_cycle */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveReferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    references: string[];
                    /**
                     * @description References of prompts that are extended: their documents come along.
                     * @default []
                     */
                    parents?: string[];
                };
            };
        };
        responses: {
            /** @description Find the texts behind references such as tone/voice@production */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedReferences"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreBranch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Restore the branch of this name that was deleted last, with its draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptBranch"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.branch_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restorePrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Restore a deleted prompt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreSection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sectionId: string;
                    /** @default main */
                    branch?: string;
                    /** @description Saves it as a version at once; without it the section goes into the draft. */
                    commit?: {
                        /** @description The newest version one knows of this branch; null when there is none yet. */
                        expectedParent: number | null;
                        /** @default  */
                        message?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Bring one section of an old version back, into the draft or as a version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoredSection"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.sections_full, prompt.version_conflict, prompt.draft_unsaved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.section_unknown, prompt.reference_cycle, prompt.references_too_deep */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default main */
                    branch?: string;
                    /** @description The newest version one knows of this branch; null when there is none yet. */
                    expectedParent: number | null;
                    /** @default  */
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Save an old version again as the newest one, and set the draft to it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommittedVersion"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.version_conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.reference_cycle, prompt.references_too_deep */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rollBackLabel: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
                label: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Back to what this move set; without it to what stood before the last move. */
                    moveId?: string;
                };
            };
        };
        responses: {
            /** @description Point a label back at what it pointed at before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptLabel"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found, prompt.label_unknown */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.label_never_moved, prompt.label_protected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.label_reserved, prompt.reference_cycle */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unarchivePrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a prompt out of the archive, as it was before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unpublishPrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hide a prompt from colleagues again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description prompt.archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validatePrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document: components["schemas"]["PromptDocument"];
                };
            };
        };
        responses: {
            /** @description Tell what is wrong with a document, without storing it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentProblems"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addReaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                commentId: string;
                sign: components["schemas"]["ReactionSign"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description React to a comment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment.deleted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeReaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                commentId: string;
                sign: components["schemas"]["ReactionSign"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a reaction back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applySuggestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Write a suggestion into the draft and resolve its thread */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description suggestion.outdated, suggestion.decided */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description suggestion.no_range */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                threadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: components["schemas"]["CommentBody"];
                    /** @description What is to stand instead of the words the thread points at. */
                    suggestion?: string;
                };
            };
        };
        responses: {
            /** @description Answer in a thread */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment.thread_full */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, comment.mention_unknown, comment.group_unknown, comment.group_too_large, suggestion.no_range */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, comment.too_fast */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listThreads: {
        parameters: {
            query: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                kind: string;
                /** @description The id of the thing spoken about. */
                subject: string;
                /** @description Of a prompt: places are those in this branch’s draft, or in its newest version for who only reads. */
                branch?: string;
                /** @description Of a prompt: places are those in this version. */
                version?: number;
                state?: components["schemas"]["ThreadState"];
                /** @description true: only threads the caller wrote in or is mentioned in. */
                mine?: "true" | "false";
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the threads about a thing, those with the newest comment first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createThread: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: components["schemas"]["SubjectRef"];
                    anchor?: components["schemas"]["NewAnchor"];
                    body: components["schemas"]["CommentBody"];
                    /** @description What is to stand instead of the words the thread points at. */
                    suggestion?: string;
                };
            };
        };
        responses: {
            /** @description Begin a thread about a thing, or about words of a prompt */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment.quote_gone */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, comment.mention_unknown, comment.group_unknown, comment.group_too_large, comment.section_unknown, comment.nowhere, suggestion.no_range */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, comment.too_fast */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteComment: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a comment: one’s own, or any for whoever moderates */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateComment: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                commentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: components["schemas"]["CommentBody"];
                };
            };
        };
        responses: {
            /** @description Change what one said */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment.deleted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, comment.mention_unknown, comment.group_unknown, comment.group_too_large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissSuggestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Decline a suggestion: for its author and whoever may write the prompt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description suggestion.decided */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description suggestion.no_range */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findMentions: {
        parameters: {
            query?: {
                /** @description The beginning of a name, or of a part of it. */
                q?: string;
                /** @description With subject: the thing that is spoken about, for its groups. */
                kind?: string;
                /** @description An id (uuid v7). */
                subject?: string;
                limit?: number;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Find members and groups to mention */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MentionList"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThread: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                threadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a thread */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActivity: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Only what happened to this prompt. */
                prompt?: string;
                /** @description Only what this person did. */
                person?: string;
                /** @description The first word of the types wanted: prompt, comment, run … */
                kind?: string;
                /** @description From this day on, in UTC. */
                since?: string;
                /** @description Up to the end of this day, in UTC. */
                until?: string;
                /** @description Part of the name of who did it, or of the title of the prompt. */
                q?: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what happened, the newest first, as far as the caller may know */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markThreadSeen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                threadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remember that one has read a thread up to now */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenThread: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                threadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open a resolved thread again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveThread: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                threadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mark a thread as resolved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Close a review without merging: for its author and whoever may write the target */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description review.over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @default  */
                    description?: string;
                    source: string;
                    /** @description The default branch when left out. */
                    target?: string;
                    /** @default [] */
                    reviewers?: string[];
                    /**
                     * @description true: nobody is asked yet.
                     * @default false
                     */
                    draft?: boolean;
                };
            };
        };
        responses: {
            /** @description Ask for a branch to be looked at and merged */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description review.nothing_saved, review.exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, review.branch_unknown, review.same_branch, review.reviewer_unknown, review.reviewer_blind */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    verdict: components["schemas"]["ReviewVerdict"];
                    /** @default  */
                    body?: string;
                    /** @description The version of the source that was looked at. */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Approve, ask for changes, or say something */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description review.own, review.over, review.moved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, comment.mention_unknown, comment.group_unknown, comment.group_too_large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateReview: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    description?: string;
                    reviewers?: string[];
                    draft?: boolean;
                };
            };
        };
        responses: {
            /** @description Change title, description, reviewers, or whether it is a draft: for its author */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description review.over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, review.reviewer_unknown, review.reviewer_blind */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReviewRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get what a review needs before it may be merged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRule"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setReviewRule: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    requiredApprovals: number;
                    /** @default false */
                    ownApprovalCounts?: boolean;
                    /** @default [] */
                    requiredChecks?: string[];
                    dismissOnCommit: boolean;
                };
            };
        };
        responses: {
            /** @description Set what a review needs before it may be merged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRule"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviews: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description An id (uuid v7). */
                prompt?: string;
                /** @description open: also those in draft. */
                state?: "open" | "merged" | "closed";
                /** @description mine: those one asked for. waiting: those that wait for one’s verdict. */
                scope?: "all" | "mine" | "waiting";
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List reviews of prompts one sees, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expectedFrom: number;
                    expectedInto: number | null;
                    /** @default [] */
                    resolutions?: components["schemas"]["MergeResolution"][];
                    /** @default  */
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Merge a review that has what the rule asks for: for whoever may write the target */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description review.over, review.not_ready, prompt.merge_stale, prompt.merge_conflicts, prompt.draft_unsaved, prompt.nothing_to_merge, prompt.archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, prompt.resolution_refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open a closed review again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description review.over, review.exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description review.branch_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShareLinks: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                kind?: "prompt" | "run" | "comparison" | "judgement";
                /** @description Only links to this thing; needs kind. */
                id?: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Links one made, newest first; those of everybody for who manages sharing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareLinkPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createShareLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "prompt" | "run" | "comparison" | "judgement";
                    /** @description An id (uuid v7). */
                    id: string;
                    /** @description Of a prompt: stays on this version. */
                    version?: number;
                    /**
                     * @default 7d
                     * @enum {string}
                     */
                    life?: "1d" | "7d" | "30d" | "never";
                    password?: string;
                    /** @description Mails the link to this address. A password is not in the mail. */
                    mailTo?: string;
                    /**
                     * @description comment: whoever is signed in, here or in another organization, may comment.
                     * @default read
                     * @enum {string}
                     */
                    level?: "read" | "comment";
                    /**
                     * @description Whether search engines may list it.
                     * @default false
                     */
                    indexable?: boolean;
                };
            };
        };
        responses: {
            /** @description Make a link to a prompt, run or comparison, for anyone who has it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedShareLink"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description share.nothing_to_show */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, share.version_unknown, share.bad_address */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, share.too_much_mail */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGuests: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Only guests of this prompt. */
                prompt?: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Guests one invited, newest first; those of everybody for who manages sharing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteGuest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One address; the invitation is good for one person. */
                    mailTo: string;
                    /** @description The prompts the guest sees, and nothing else. */
                    prompts: string[];
                    /**
                     * @default read
                     * @enum {string}
                     */
                    level?: "read" | "comment";
                    /**
                     * @default 30d
                     * @enum {string}
                     */
                    guestFor?: "1d" | "7d" | "30d" | "never";
                };
            };
        };
        responses: {
            /** @description Invite somebody who is no member to single prompts, by mail */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Guest"][];
                        /** @description Whether mail of this server reaches people; if not, its operator finds the letter and hands it over. */
                        delivers: boolean;
                    };
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description share.too_many_guests */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, share.bad_address */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, share.too_much_mail */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeGuest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                guestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End what a guest sees; what they have open closes within seconds */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeShareLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a link; who has it open sees nothing more with the next request */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description The set as it was then. */
                version?: number | null;
                tag?: string;
                /** @description Text in the name of the case. */
                q?: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the cases of a set in their order, as now or as of one of its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestCasePage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCases: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cases: {
                        name: string;
                        /**
                         * @description Values of the variables; a file is `{ name, text }`.
                         * @default {}
                         */
                        values?: {
                            [key: string]: unknown;
                        };
                        /**
                         * @description The answer that is wanted; assertions without a value of their own mean it.
                         * @default null
                         */
                        expected?: string | null;
                        /** @default [] */
                        tags?: string[];
                        /** @default [] */
                        assertions?: ({
                            /** @enum {string} */
                            kind: "equals";
                            /** @default null */
                            value?: string | null;
                            /** @default false */
                            ignoreCase?: boolean;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "contains";
                            values: string[];
                            /**
                             * @default all
                             * @enum {string}
                             */
                            mode?: "all" | "any" | "none";
                            /** @default false */
                            ignoreCase?: boolean;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "starts_with";
                            /** @default null */
                            value?: string | null;
                            /** @default false */
                            ignoreCase?: boolean;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "ends_with";
                            /** @default null */
                            value?: string | null;
                            /** @default false */
                            ignoreCase?: boolean;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "regex";
                            pattern: string;
                            /** @default  */
                            flags?: string;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "json";
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "json_schema";
                            schema: unknown;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "json_path";
                            path: string;
                            /**
                             * @default exists
                             * @enum {string}
                             */
                            operator?: "exists" | "equals" | "contains" | "less" | "at_most" | "more" | "at_least";
                            value?: unknown;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "number";
                            /** @default null */
                            value?: number | null;
                            /** @default 0 */
                            tolerance?: number;
                            /** @default false */
                            relative?: boolean;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "similarity";
                            /** @default null */
                            value?: string | null;
                            /**
                             * @default words
                             * @enum {string}
                             */
                            measure?: "words" | "characters";
                            /** @default 0.8 */
                            atLeast?: number;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "no_secrets";
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "latency";
                            atMostMs: number;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "cost";
                            atMostMicroDollars: number;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "tokens";
                            /**
                             * @default output
                             * @enum {string}
                             */
                            of?: "input" | "output" | "total";
                            atMost: number;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "javascript";
                            code: string;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "judged";
                            rubric: string;
                            judges: {
                                connectionId: string | null;
                                model: string;
                            }[];
                            /**
                             * @default majority
                             * @enum {string}
                             */
                            combine?: "majority" | "mean";
                            /** @default 0.5 */
                            atLeast?: number;
                            /** @default 1 */
                            weight?: number;
                            /** @default true */
                            required?: boolean;
                            /** @default false */
                            not?: boolean;
                        })[];
                        /**
                         * @description How much it counts in the score.
                         * @default 1
                         */
                        weight?: number;
                        /**
                         * @description Whether a suite fails when this case fails, whatever its rate.
                         * @default false
                         */
                        required?: boolean;
                        /**
                         * @description The score of its assertions from which the case passes, beside those that are required.
                         * @default null
                         */
                        passScore?: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Add cases to a set, all or none */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedCases"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, case.set_full */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseSets: {
        parameters: {
            query: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description An id (uuid v7). */
                promptId: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List sets of cases, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSetPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCaseSet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An id (uuid v7). */
                    promptId: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Make a set of cases for a prompt */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSet"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description case.set_name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestCase"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCase: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a case out of its set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCase: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    values?: {
                        [key: string]: unknown;
                    };
                    expected?: string | null;
                    tags?: string[];
                    assertions?: ({
                        /** @enum {string} */
                        kind: "equals";
                        /** @default null */
                        value?: string | null;
                        /** @default false */
                        ignoreCase?: boolean;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "contains";
                        values: string[];
                        /**
                         * @default all
                         * @enum {string}
                         */
                        mode?: "all" | "any" | "none";
                        /** @default false */
                        ignoreCase?: boolean;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "starts_with";
                        /** @default null */
                        value?: string | null;
                        /** @default false */
                        ignoreCase?: boolean;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "ends_with";
                        /** @default null */
                        value?: string | null;
                        /** @default false */
                        ignoreCase?: boolean;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "regex";
                        pattern: string;
                        /** @default  */
                        flags?: string;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "json";
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "json_schema";
                        schema: unknown;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "json_path";
                        path: string;
                        /**
                         * @default exists
                         * @enum {string}
                         */
                        operator?: "exists" | "equals" | "contains" | "less" | "at_most" | "more" | "at_least";
                        value?: unknown;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "number";
                        /** @default null */
                        value?: number | null;
                        /** @default 0 */
                        tolerance?: number;
                        /** @default false */
                        relative?: boolean;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "similarity";
                        /** @default null */
                        value?: string | null;
                        /**
                         * @default words
                         * @enum {string}
                         */
                        measure?: "words" | "characters";
                        /** @default 0.8 */
                        atLeast?: number;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "no_secrets";
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "latency";
                        atMostMs: number;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "cost";
                        atMostMicroDollars: number;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "tokens";
                        /**
                         * @default output
                         * @enum {string}
                         */
                        of?: "input" | "output" | "total";
                        atMost: number;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "javascript";
                        code: string;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "judged";
                        rubric: string;
                        judges: {
                            connectionId: string | null;
                            model: string;
                        }[];
                        /**
                         * @default majority
                         * @enum {string}
                         */
                        combine?: "majority" | "mean";
                        /** @default 0.5 */
                        atLeast?: number;
                        /** @default 1 */
                        weight?: number;
                        /** @default true */
                        required?: boolean;
                        /** @default false */
                        not?: boolean;
                    })[];
                    weight?: number;
                    required?: boolean;
                    passScore?: number | null;
                };
            };
        };
        responses: {
            /** @description Change a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestCase"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCaseSet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a set of cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSet"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCaseSet: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a set of cases */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCaseSet: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Rename a set of cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSet"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description case.set_name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCases: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the cases of a set as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedCases"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importCases: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The first line names the columns: name, expected, tags, weight, required and assertions (as JSON) are of the case, any other is the value of a variable. */
                    csv: string;
                };
            };
        };
        responses: {
            /** @description Add a case for each row of a CSV file, all or none */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedCases"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, case.set_full, case.unreadable */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCases: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The first line names the columns: name, expected, tags, weight, required and assertions (as JSON) are of the case, any other is the value of a variable. */
                    csv: string;
                };
            };
        };
        responses: {
            /** @description Say what a CSV file would add to a set, without adding it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewedCases"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, case.set_full */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreCaseSet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bring a deleted set of cases back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSet"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description case.set_name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clearAnswerCache: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forget all answers that would be served again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerCache"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareRuns: {
        parameters: {
            query: {
                /** @description An id (uuid v7). */
                left: string;
                /** @description An id (uuid v7). */
                right: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Compare the answers of two runs word by word */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedRuns"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    continueRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    context?: {
                        path: string;
                        from?: number;
                        to?: number;
                        text: string;
                        /** @description Of the text, as the sender computed it. */
                        hash: string;
                        tokens?: number;
                    }[];
                    /**
                     * @description Names of tools that may be called though they are not marked as only reading. Without it the model is told that nobody agreed.
                     * @default []
                     */
                    confirmedTools?: string[];
                    /** @description Values of file variables; others are stored with the run. */
                    values?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Go on with an answer that was cut off, as a new run of the same comparison */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedRun"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description budget.exhausted */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description run.still_open, run.is_repair, run.is_part, run.nothing_to_continue, run.connection_gone */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, run.prompt_has_errors, run.case_set_missing, run.context_needed, run.values_needed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, run.too_many_open */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followComparison: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                comparisonId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["RunEvent"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnswerCache: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get whether answers are served again from a cache */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerCache"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateAnswerCache: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled?: boolean;
                    hours?: number;
                };
            };
        };
        responses: {
            /** @description Let identical requests at temperature 0 be served from an earlier answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerCache"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getComparison: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                comparisonId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get runs that were started together */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a run with what was sent and answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetail"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    context?: {
                        path: string;
                        from?: number;
                        to?: number;
                        text: string;
                        /** @description Of the text, as the sender computed it. */
                        hash: string;
                        tokens?: number;
                    }[];
                    /**
                     * @description Names of tools that may be called though they are not marked as only reading. Without it the model is told that nobody agreed.
                     * @default []
                     */
                    confirmedTools?: string[];
                    /** @description Values of file variables; others are stored with the run. */
                    values?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description `then` sends the version, draft and settings of the run again. `newest` sends the newest version of the default branch with its settings, the values of the run, and what its author had changed of the settings.
                     * @default then
                     * @enum {string}
                     */
                    version?: "then" | "newest";
                };
            };
        };
        responses: {
            /** @description Run the same again, as then or with the newest version, as a new run of the same comparison */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedRun"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description budget.exhausted */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description run.still_open, run.is_repair, run.is_part, run.connection_gone, run.no_prompt, prompt.nothing_saved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, run.prompt_has_errors, run.case_set_missing, run.context_needed, run.values_needed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, run.too_many_open, limit.reached */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Words of the answer, the prompt or its title; all must be there. "…" holds words together, - leaves out, or takes either, and * at the end of the last word stands for any end. */
                q?: string;
                /** @description One or more, separated by commas. */
                status?: string;
                /** @description The provider's name of a model. */
                model?: string;
                provider?: "openai" | "anthropic" | "google" | "openai_compatible" | "echo";
                /** @description An id (uuid v7). */
                promptId?: string;
                /** @description An id (uuid v7). */
                versionId?: string;
                /** @description all: those of everybody, as far as you may see them. */
                author?: "me" | "all";
                /** @description Those of one person; with author=all. */
                authorId?: string;
                /** @description Started then or later. */
                from?: string;
                /** @description Started then or before; a day is taken whole. */
                to?: string;
                /** @description In millionths of a US dollar. */
                leastCost?: number | null;
                /** @description In millionths of a US dollar. */
                mostCost?: number | null;
                /** @description direct: somebody or a program asked for it. suite: made for a case of a suite, or by a judge of one. part: belongs to the answer of another run, as a repair or a prompt called as a tool. */
                origin?: "direct" | "suite" | "part";
                bookmarked?: "true";
                /** @description An id (uuid v7). */
                folderId?: string;
                /** @description A tag of one’s own. */
                tag?: string;
                sort?: "newest" | "oldest" | "dearest" | "slowest";
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List and search runs, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FoundRun"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startRuns: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source: components["schemas"]["RunSource"];
                    /** @default {} */
                    values?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description Sets of values, each run on every model; what a set does not give comes from `values`. Without any, `values` are the only set.
                     * @default []
                     */
                    sets?: components["schemas"]["ValueSet"][];
                    models: ({
                        /** @description Null for the built-in echo model. */
                        connectionId: string | null;
                        /** @description The provider's name of a model. */
                        model: string;
                    } | {
                        /** @description A fallback chain, in place of one model. */
                        chainId: string;
                    })[];
                    /**
                     * @description Answers of each model, as runs of their own beside each other.
                     * @default 1
                     */
                    samples?: number;
                    /** @default [] */
                    context?: {
                        path: string;
                        from?: number;
                        to?: number;
                        text: string;
                        /** @description Of the text, as the sender computed it. */
                        hash: string;
                        tokens?: number;
                    }[];
                    /**
                     * @description Wins over the document's settings, each by itself.
                     * @default {}
                     */
                    settings?: {
                        temperature?: number;
                        topP?: number;
                        maxOutputTokens?: number;
                        stop?: string[];
                        seed?: number;
                        topK?: number;
                        frequencyPenalty?: number;
                        presencePenalty?: number;
                        /** @enum {string} */
                        reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
                    };
                    /**
                     * @description Names of tools that may be called though they are not marked as only reading. Without it the model is told that nobody agreed.
                     * @default []
                     */
                    confirmedTools?: string[];
                    /**
                     * @description Ask the models whatever the cache of answers holds.
                     * @default false
                     */
                    fresh?: boolean;
                    /**
                     * @description Store the contents of files and the rendered messages with the run. Otherwise only their hashes.
                     * @default false
                     */
                    keepContext?: boolean;
                };
            };
        };
        responses: {
            /** @description Run a prompt on one or more models */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRuns"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description budget.exhausted */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, run.prompt_has_errors, run.case_set_missing, run.empty, run.too_much_at_once, model.unknown, model.chain_broken */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, run.too_many_open, limit.reached */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopComparison: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                comparisonId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop all runs of a comparison */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop a run */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJudgements: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List kept comparisons of runs: your own, and those shared with everybody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Judgement"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createJudgement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    runIds: string[];
                    title: string;
                    /** @description An id (uuid v7). */
                    baseRunId?: string;
                    /**
                     * @description open: none yet. winner: one of the runs is best. tie: several are equally good.
                     * @default open
                     * @enum {string}
                     */
                    verdict?: "open" | "winner" | "tie";
                    /** @default [] */
                    winnerIds?: string[];
                    /** @default  */
                    notes?: string;
                    /** @default {} */
                    runNotes?: {
                        [key: string]: string;
                    };
                    /** @default false */
                    shared?: boolean;
                };
            };
        };
        responses: {
            /** @description Keep a comparison of two to six runs, with notes and a verdict */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Judgement"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, history.verdict_unclear, history.same_run */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRunFolder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Make a folder for your runs */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunFolder"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description history.name_taken, history.too_many */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRunQuery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description The query of the list’s address, such as ?status=failed. */
                    address: string;
                };
            };
        };
        responses: {
            /** @description Keep a search of runs */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunQuery"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description history.name_taken, history.too_many */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJudgement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                judgementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a kept comparison with its runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgementDetail"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteJudgement: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                judgementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a kept comparison; its runs stay */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateJudgement: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                judgementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    /** @description An id (uuid v7). */
                    baseRunId?: string;
                    /**
                     * @description open: none yet. winner: one of the runs is best. tie: several are equally good.
                     * @enum {string}
                     */
                    verdict?: "open" | "winner" | "tie";
                    winnerIds?: string[];
                    notes?: string;
                    runNotes?: {
                        [key: string]: string;
                    };
                    shared?: boolean;
                };
            };
        };
        responses: {
            /** @description Change the notes, the verdict or the sharing of a kept comparison */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Judgement"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, history.verdict_unclear */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRunFolder: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                folderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a folder; its runs stay, in no folder */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateRunFolder: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                folderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Rename a folder of runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunFolder"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description history.name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRunQuery: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                queryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forget a kept search */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateRunQuery: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                queryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description The query of the list’s address, such as ?status=failed. */
                    address?: string;
                };
            };
        };
        responses: {
            /** @description Change a kept search */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunQuery"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description history.name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRuns: {
        parameters: {
            query?: {
                /** @description Words of the answer, the prompt or its title; all must be there. "…" holds words together, - leaves out, or takes either, and * at the end of the last word stands for any end. */
                q?: string;
                /** @description One or more, separated by commas. */
                status?: string;
                /** @description The provider's name of a model. */
                model?: string;
                provider?: "openai" | "anthropic" | "google" | "openai_compatible" | "echo";
                /** @description An id (uuid v7). */
                promptId?: string;
                /** @description An id (uuid v7). */
                versionId?: string;
                /** @description all: those of everybody, as far as you may see them. */
                author?: "me" | "all";
                /** @description Those of one person; with author=all. */
                authorId?: string;
                /** @description Started then or later. */
                from?: string;
                /** @description Started then or before; a day is taken whole. */
                to?: string;
                /** @description In millionths of a US dollar. */
                leastCost?: number | null;
                /** @description In millionths of a US dollar. */
                mostCost?: number | null;
                /** @description direct: somebody or a program asked for it. suite: made for a case of a suite, or by a judge of one. part: belongs to the answer of another run, as a repair or a prompt called as a tool. */
                origin?: "direct" | "suite" | "part";
                bookmarked?: "true";
                /** @description An id (uuid v7). */
                folderId?: string;
                /** @description A tag of one’s own. */
                tag?: string;
                sort?: "newest" | "oldest" | "dearest" | "slowest";
                /** @description jsonl: a run a line, as in the list but with the whole answer. csv: for spreadsheets. */
                format?: "jsonl" | "csv";
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOutdatedRuns: {
        parameters: {
            query: {
                days: number;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count the runs that would be erased if runs were kept for so many days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutdatedRuns"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get how long the organization keeps runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunRetention"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateRunRetention: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    days: number | null;
                };
            };
        };
        responses: {
            /** @description Set how long the organization keeps runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunRetention"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunShelf: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get your folders, tags, bookmarks and kept searches of runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunShelf"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markRuns: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    runIds: string[];
                    bookmarked?: boolean;
                    /** @description Null takes them out of their folder. */
                    folderId?: string | null;
                    addTags?: string[];
                    removeTags?: string[];
                };
            };
        };
        responses: {
            /** @description Bookmark runs, put them in a folder, or tag them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedRuns"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuites: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description An id (uuid v7). */
                promptId?: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List suites, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuitePage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSuite: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An id (uuid v7). */
                    promptId: string;
                    name: string;
                    /** @description An id (uuid v7). */
                    caseSetId: string;
                    /**
                     * @default [
                     *       {
                     *         "kind": "branch",
                     *         "branch": "main"
                     *       }
                     *     ]
                     */
                    sources?: ({
                        /** @enum {string} */
                        kind: "branch";
                        /** @default main */
                        branch?: string;
                    } | {
                        /** @enum {string} */
                        kind: "label";
                        label: string;
                    } | {
                        /** @enum {string} */
                        kind: "version";
                        number: number;
                    })[];
                    models: {
                        /** @description Null for the built-in echo model. */
                        connectionId: string | null;
                        /** @description The provider's name of a model. */
                        model: string;
                    }[];
                    /**
                     * @description Each wins over the document's settings; `{}` takes them as they are.
                     * @default [
                     *       {}
                     *     ]
                     */
                    settings?: {
                        temperature?: number;
                        topP?: number;
                        maxOutputTokens?: number;
                        stop?: string[];
                        seed?: number;
                        topK?: number;
                        frequencyPenalty?: number;
                        presencePenalty?: number;
                        /** @enum {string} */
                        reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
                    }[];
                    /** @default 1 */
                    repetitions?: number;
                    /**
                     * @description Models called at the same time.
                     * @default 4
                     */
                    concurrency?: number;
                    /**
                     * @description Take the answer an earlier run of a suite got for the very same messages, model and settings.
                     * @default false
                     */
                    reuse?: boolean;
                    /**
                     * @description Share of items that must pass for it to be green.
                     * @default 1
                     */
                    passRate?: number;
                    /**
                     * @description The name under which it reports to the versions it ran, such as `suite:tone`; null reports nothing.
                     * @default null
                     */
                    check?: string | null;
                };
            };
        };
        responses: {
            /** @description Make a suite */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suite"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description suite.name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, suite.other_prompt, model.unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSuite: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                suiteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a suite */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suite"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSuite: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                suiteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a suite; its runs go with it from the lists */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSuite: {
        parameters: {
            query?: never;
            header: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description The ETag last read, such as "r3". */
                "If-Match": string;
            };
            path: {
                /** @description An id (uuid v7). */
                suiteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description An id (uuid v7). */
                    caseSetId?: string;
                    sources?: ({
                        /** @enum {string} */
                        kind: "branch";
                        /** @default main */
                        branch?: string;
                    } | {
                        /** @enum {string} */
                        kind: "label";
                        label: string;
                    } | {
                        /** @enum {string} */
                        kind: "version";
                        number: number;
                    })[];
                    models?: {
                        /** @description Null for the built-in echo model. */
                        connectionId: string | null;
                        /** @description The provider's name of a model. */
                        model: string;
                    }[];
                    /** @description Each wins over the document's settings; `{}` takes them as they are. */
                    settings?: {
                        temperature?: number;
                        topP?: number;
                        maxOutputTokens?: number;
                        stop?: string[];
                        seed?: number;
                        topK?: number;
                        frequencyPenalty?: number;
                        presencePenalty?: number;
                        /** @enum {string} */
                        reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
                    }[];
                    repetitions?: number;
                    /** @description Models called at the same time. */
                    concurrency?: number;
                    /** @description Take the answer an earlier run of a suite got for the very same messages, model and settings. */
                    reuse?: boolean;
                    /** @description Share of items that must pass for it to be green. */
                    passRate?: number;
                    /** @description The name under which it reports to the versions it ran, such as `suite:tone`; null reports nothing. */
                    check?: string | null;
                };
            };
        };
        responses: {
            /** @description Change a suite */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suite"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description suite.name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, suite.other_prompt, model.unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.precondition_required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSuiteRun: {
        parameters: {
            query: {
                format: "junit" | "json";
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                suiteRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a report as JUnit XML or JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedSuiteRun"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProposals: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
                /** @description An id (uuid v7). */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the cases a model proposed, as far as its run is over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseProposals"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSuiteRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                suiteRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the report of a run of a suite, also while it goes on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuiteReport"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuiteItems: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description broken and fixed: against the baseline. unsteady: the repetitions of the case disagree. slowest: the 50 that took longest. */
                show?: "all" | "passed" | "failed" | "error" | "broken" | "fixed" | "unsteady" | "slowest";
                lane?: number | null;
                /** @description Only this one. */
                position?: number | null;
                /** @description Text in the name of the case. */
                q?: string;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                suiteRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what came of each case on each version and model */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuiteItemPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuiteRuns: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                suiteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the runs of a suite, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuiteRunPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSuite: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                suiteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Other versions than the suite names, this once. */
                    sources?: ({
                        /** @enum {string} */
                        kind: "branch";
                        /** @default main */
                        branch?: string;
                    } | {
                        /** @enum {string} */
                        kind: "label";
                        label: string;
                    } | {
                        /** @enum {string} */
                        kind: "version";
                        number: number;
                    })[];
                    /** @description Take the answer an earlier run of a suite got for the very same messages, model and settings. */
                    reuse?: boolean;
                    /** @description The run to compare with; without it the newest that finished. */
                    baselineId?: string;
                };
            };
        };
        responses: {
            /** @description Run a suite */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuiteRun"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description suite.still_running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, suite.no_cases, suite.too_large, model.unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeCases: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                caseSetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    model: {
                        /** @description Null for the built-in echo model. */
                        connectionId: string | null;
                        /** @description The provider's name of a model. */
                        model: string;
                    };
                    /** @default 5 */
                    count?: number;
                    /**
                     * @description The version of the prompt that the model is shown.
                     * @default {
                     *       "kind": "branch",
                     *       "branch": "main"
                     *     }
                     */
                    source?: {
                        /** @enum {string} */
                        kind: "branch";
                        /** @default main */
                        branch?: string;
                    } | {
                        /** @enum {string} */
                        kind: "label";
                        label: string;
                    } | {
                        /** @enum {string} */
                        kind: "version";
                        number: number;
                    };
                    /**
                     * @description What the cases should try, in words; empty leaves it to the model.
                     * @default
                     */
                    about?: string;
                };
            };
        };
        responses: {
            /** @description Ask a model for cases of the prompt, to be looked at before any is stored */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedProposals"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description budget.exhausted */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, model.unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, limit.reached */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeSuiteRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                suiteRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go on with a run of a suite that was stopped or broke off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuiteRun"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description suite.not_stopped, suite.still_running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopSuiteRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                suiteRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop a run of a suite; what was judged stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuiteRun"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description suite.not_running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get one import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSession"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importCsv: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    csv: string;
                    /** @default  */
                    fileName?: string;
                    mapping?: components["schemas"]["CsvMapping"];
                    /**
                     * @description Given to every imported prompt.
                     * @default []
                     */
                    tags?: components["schemas"]["TagName"][];
                    visibility?: components["schemas"]["PromptVisibility"];
                    /**
                     * @description true: colleagues see the prompts at once.
                     * @default false
                     */
                    publish?: boolean;
                    /**
                     * @description Leaves out rows whose title and text the vault has already.
                     * @default true
                     */
                    skipKnown?: boolean;
                };
            };
        };
        responses: {
            /** @description Make a prompt of each row of a CSV file, all or none */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSession"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, import.unreadable, import.too_many */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, limit.reached */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importPromptfoo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
                /** @description Repeats with the same key answer the same and do nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The configuration and the files it names, by their paths from one folder. No other file is ever read. */
                    files: {
                        path: string;
                        text: string;
                    }[];
                    /** @description Which file is the configuration; without it the promptfooconfig nearest to the top. */
                    config?: string;
                    /**
                     * @description Which model here stands for a provider; the others are looked for among the models.
                     * @default []
                     */
                    providers?: {
                        id: string;
                        /** @description Null for the built-in echo model. */
                        connectionId: string | null;
                        /** @description The provider's name of a model. */
                        model: string;
                    }[];
                    /**
                     * @description What stands in where no model is found.
                     * @default {
                     *       "connectionId": null,
                     *       "model": "echo"
                     *     }
                     */
                    otherwise?: {
                        /** @description Null for the built-in echo model. */
                        connectionId: string | null;
                        /** @description The provider's name of a model. */
                        model: string;
                    };
                    /**
                     * @description Given to every imported prompt.
                     * @default []
                     */
                    tags?: components["schemas"]["TagName"][];
                    visibility?: components["schemas"]["PromptVisibility"];
                };
            };
        };
        responses: {
            /** @description Make prompts, cases and suites of a promptfoo configuration, all or none */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedPromptfoo"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, import.unreadable, import.too_many_cases, model.unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited, limit.reached */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List imports, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSessionPage"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCsvImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    csv: string;
                    mapping?: components["schemas"]["CsvMapping"];
                };
            };
        };
        responses: {
            /** @description Tell what a CSV import would do, without doing it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvPreview"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPromptfooImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The configuration and the files it names, by their paths from one folder. No other file is ever read. */
                    files: {
                        path: string;
                        text: string;
                    }[];
                    /** @description Which file is the configuration; without it the promptfooconfig nearest to the top. */
                    config?: string;
                    /**
                     * @description Which model here stands for a provider; the others are looked for among the models.
                     * @default []
                     */
                    providers?: {
                        id: string;
                        /** @description Null for the built-in echo model. */
                        connectionId: string | null;
                        /** @description The provider's name of a model. */
                        model: string;
                    }[];
                    /**
                     * @description What stands in where no model is found.
                     * @default {
                     *       "connectionId": null,
                     *       "model": "echo"
                     *     }
                     */
                    otherwise?: {
                        /** @description Null for the built-in echo model. */
                        connectionId: string | null;
                        /** @description The provider's name of a model. */
                        model: string;
                    };
                };
            };
        };
        responses: {
            /** @description Tell what would become of a promptfoo configuration, without doing it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptfooPreview"];
                };
            };
            /** @description request.malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.invalid, import.unreadable */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization of the call; the last entered one without it. */
                "PromptVault-Organization"?: string;
            };
            path: {
                /** @description An id (uuid v7). */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete the prompts of an import that nobody changed since */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSession"];
                };
            };
            /** @description auth.required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description auth.forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resource.not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import.already_undone */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
