// Made by .ci/topic-catalog (`make catalog`); not edited by hand. One field a line, lists with [], then its type and the values that
// the SDK names.
// swift-format-ignore-file

extension TopicCatalog {
    /// The version of purecloudplatformclientv2 whose models it is made from.
    public static let version = "269.0.0"

    static let text = """
        v2.analytics.conversation.{id}.metrics
          activeRouting string Bullseye Conditional Direct Last Manual Predictive Preferred Standard Vip
          activeSkillIds[] string
          addressFrom string
          addressTo string
          agentAssistantId string
          agentBullseyeRing integer
          agentOwned boolean
          ani string
          assignerId string
          authenticated boolean
          conversationId uuid
          conversationInitiator string acd agent api botflow campaign customer dialer external fax group inbound ivr manual outbound station user voicemail voicesurveyflow workflow
          convertedFrom string
          convertedTo string
          customerParticipation boolean
          deliveryStatus string DeliveryFailed DeliveryPushed DeliverySuccess Failed Published Queued Read Received Sent
          destinationAddresses[] string
          direction string inbound outbound
          disconnectType string client conferenceTransfer consultTransfer endpoint endpointDnd error forwardTransfer inactivity noAnswerTransfer notAvailableTransfer other peer sessionExpired spam system takeover timeout transfer transferDnd transportFailure uncallable
          divisionIds[] uuid
          dnis string
          edgeId string
          eligibleAgentCounts[] integer
          errorCode string
          extendedDeliveryStatus string
          externalContactId string
          externalMediaCount integer
          externalOrganizationId string
          externalTag string
          firstQueue boolean
          flaggedReason string general
          flowInType string
          flowOutType string
          groupId string
          interactionType string
          journeyActionId string
          journeyActionMapId string
          journeyActionMapVersion integer
          journeyCustomerId string
          journeyCustomerIdType string
          journeyCustomerSessionId string
          journeyCustomerSessionIdType string
          knowledgeBaseIds[] string
          mediaCount integer
          mediaType string callback chat cobrowse email internalmessage message screenmonitoring screenshare unknown video voice
          messageType string
          metric string
          metricDate time
          originatingDirection string inbound outbound
          originatingSocialMediaPublic boolean
          outboundCampaignId uuid
          outboundContactId string
          outboundContactListId string
          participantName string
          peerId string
          proposedAgents[].agentRank integer
          proposedAgents[].proposedAgentId string
          provider string
          purpose string acd agent api botflow campaign customer dialer external fax group inbound ivr manual outbound station user voicemail voicesurveyflow workflow
          queueId uuid
          recordId string
          remote string
          removedSkillIds[] string
          requestedLanguageId uuid
          requestedRoutingSkillIds[] uuid
          requestedRoutings[] string
          roomId string
          routingPriority integer
          routingRing integer
          routingRule string
          routingRuleType string Bullseye Conditional Predictive Preferred
          scoredAgents[].agentScore integer
          scoredAgents[].scoredAgentId string
          selectedAgentId string
          selectedAgentRank integer
          selfServed boolean
          sessionDnis string
          sessionId uuid
          skillExpressionId string
          stationId string
          teamId string
          usedRouting string Bullseye Conditional Direct Last Manual Predictive Preferred Standard Vip
          userId uuid
          value integer
          videoPresent boolean
          waitingInteractionCounts[] integer
          wrapUpCode string
        v2.analytics.flow.{id}.aggregates
          * any
        v2.audits.entitytype.{id}.entityid.{id}
          action string
          clientId.id string
          clientId.selfUri string
          context any
          entity.id string
          entity.name string
          entity.selfUri string
          entityType string
          eventTime time
          id string
          level string
          message.localizableMessageCode string
          message.message string
          message.messageParams any
          message.messageWithParams string
          propertyChanges[].newValues[] string
          propertyChanges[].oldValues[] string
          propertyChanges[].property string
          remoteIp[] string
          serviceName string
          userDisplay string
          userHomeOrgId string
          userId uuid
          username.id string
          username.name string
          username.selfUri string
        v2.conversations.{id}.transcription
          communicationId string
          conversationId uuid
          eventTime time
          organizationId string
          sessionStartTimeMs integer
          speechTextAnalyticsProgramId string
          status.offsetMs integer
          status.status string SESSION_ENDED SESSION_ONGOING UNKNOWN
          transcriptionStartTimeMs integer
          transcripts[].agentAssistEnabled boolean
          transcripts[].agentAssistantId string
          transcripts[].alternatives[].confidence number
          transcripts[].alternatives[].decoratedTranscript string
          transcripts[].alternatives[].decoratedWords[].confidence number
          transcripts[].alternatives[].decoratedWords[].durationMs integer
          transcripts[].alternatives[].decoratedWords[].offsetMs integer
          transcripts[].alternatives[].decoratedWords[].startTimeMs integer
          transcripts[].alternatives[].decoratedWords[].word string
          transcripts[].alternatives[].durationMs integer
          transcripts[].alternatives[].offsetMs integer
          transcripts[].alternatives[].transcript string
          transcripts[].alternatives[].words[].confidence number
          transcripts[].alternatives[].words[].durationMs integer
          transcripts[].alternatives[].words[].offsetMs integer
          transcripts[].alternatives[].words[].startTimeMs integer
          transcripts[].alternatives[].words[].word string
          transcripts[].channel string BOTH EXTERNAL INTERNAL UNKNOWN
          transcripts[].dialect string
          transcripts[].engineId string
          transcripts[].engineName string
          transcripts[].engineProvider string
          transcripts[].isFinal boolean
          transcripts[].speechTextAnalyticsProgramId string
          transcripts[].utteranceId string
          transcripts[].voiceTranscriptionEnabled boolean
        v2.detail.events.conversation.{id}.acd.end
          acdOutcome string ABANDON ANSWERED FLOW_OUT UNKNOWN
          addressFrom string
          addressTo string
          ani string
          answeredUserId uuid
          callbackNumbers[] string
          callbackScheduledTime integer
          callbackUserName string
          connectedDurationMs integer
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          disconnectType string CLIENT CONFERENCE_TRANSFER CONSULT_TRANSFER DND_ENDPOINT DND_TRANSFER ENDPOINT ERROR FORWARD_TRANSFER INACTIVITY NOT_AVAILABLE_TRANSFER NO_ANSWER_TRANSFER OTHER PEER SESSION_EXPIRED SPAM SYSTEM TAKEOVER TIMEOUT TRANSFER TRANSPORT_FAILURE UNCALLABLE UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          flowType string
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          queueId uuid
          requestedLanguageId uuid
          requestedRoutingSkillIds[] uuid
          requestedRoutingUserIds[] uuid
          requestedRoutings[] string
          requestedSkillExpressionIds[] string
          routingPriority integer
          sessionId uuid
          subject string
          usedRouting string BULLSEYE CONDITIONAL LAST MANUAL OTHER PREDICTIVE PREFERRED STANDARD UNKNOWN VIP
          utilizationLabel string
        v2.detail.events.conversation.{id}.acd.start
          addressFrom string
          addressTo string
          ani string
          callbackNumbers[] string
          callbackScheduledTime integer
          callbackUserName string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          queueId uuid
          requestedRoutingSkillIds[] uuid
          routingPriority integer
          sessionId uuid
          skillExpressionApplied boolean
          subject string
          utilizationLabel string
        v2.detail.events.conversation.{id}.acw
          addressFrom string
          addressTo string
          ani string
          callbackNumbers[] string
          callbackScheduledTime integer
          callbackUserName string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          dnis string
          eventTime integer
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          queueId uuid
          sessionId uuid
          subject string
          userId uuid
          utilizationLabel string
          wrapupCode string
          wrapupDurationMs integer
          wrapupNotes string
        v2.detail.events.conversation.{id}.attributes
          attributes any
          communications[].id string
          communications[].mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          eventTime integer
          participantId uuid
          participantStartTime integer
        v2.detail.events.conversation.{id}.contact
          addressFrom string
          addressTo string
          ani string
          callbackNumbers[] string
          callbackScheduledTime integer
          callbackUserName string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          externalContactId string
          externalOrganizationId string
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          sessionId uuid
          subject string
          utilizationLabel string
        v2.detail.events.conversation.{id}.customer.end
          addressFrom string
          addressTo string
          ani string
          callbackNumbers[] string
          callbackScheduledTime integer
          callbackUserName string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          disconnectType string CLIENT CONFERENCE_TRANSFER CONSULT_TRANSFER DND_ENDPOINT DND_TRANSFER ENDPOINT ERROR FORWARD_TRANSFER INACTIVITY NOT_AVAILABLE_TRANSFER NO_ANSWER_TRANSFER OTHER PEER SESSION_EXPIRED SPAM SYSTEM TAKEOVER TIMEOUT TRANSFER TRANSPORT_FAILURE UNCALLABLE UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          externalContactId string
          externalOrganizationId string
          interactingDurationMs integer
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          sessionId uuid
          subject string
          utilizationLabel string
        v2.detail.events.conversation.{id}.customer.start
          addressFrom string
          addressTo string
          ani string
          callbackNumbers[] string
          callbackScheduledTime integer
          callbackUserName string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          externalContactId string
          externalOrganizationId string
          journeyContext.actionId string
          journeyContext.actionMapId string
          journeyContext.sessionId uuid
          journeyContext.sessionIdType string
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          sessionId uuid
          subject string
          utilizationLabel string
        v2.detail.events.conversation.{id}.flow.end
          addressFrom string
          addressTo string
          ani string
          connectedDurationMs integer
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          disconnectType string CLIENT CONFERENCE_TRANSFER CONSULT_TRANSFER DND_ENDPOINT DND_TRANSFER ENDPOINT ERROR FORWARD_TRANSFER INACTIVITY NOT_AVAILABLE_TRANSFER NO_ANSWER_TRANSFER OTHER PEER SESSION_EXPIRED SPAM SYSTEM TAKEOVER TIMEOUT TRANSFER TRANSPORT_FAILURE UNCALLABLE UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          exitReason string DISCONNECT FLOW_DISCONNECT FLOW_ERROR_DISCONNECT FLOW_ERROR_EXIT FLOW_EXIT RECOGNITION_FAILURE_DISCONNECT RECOGNITION_FAILURE_EXIT SESSION_EXPIRE_DISCONNECT TRANSFER UNKNOWN USER_EXIT
          flowId uuid
          flowType string BOT COMMONMODULE DIGITALBOT INBOUNDCALL INBOUNDCHAT INBOUNDEMAIL INBOUNDSHORTMESSAGE INQUEUECALL INQUEUEEMAIL INQUEUESHORTMESSAGE OUTBOUNDCALL SECURECALL SURVEYINVITE UNKNOWN VOICE VOICEMAIL VOICESURVEY WORKFLOW WORKITEM
          flowVersion string
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          sessionId uuid
          subject string
          transferType string ACD ACD_VOICEMAIL FLOW GROUP GROUP_VOICEMAIL NUMBER RETURN_TO_AGENT SECURE_FLOW UNKNOWN USER USER_VOICEMAIL
          utilizationLabel string
        v2.detail.events.conversation.{id}.flow.outcome
          addressFrom string
          addressTo string
          ani string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          flowId uuid
          flowMilestones[].milestoneId string
          flowMilestones[].milestoneTime integer
          flowOutcomeEndTime integer
          flowOutcomeId uuid
          flowOutcomeStartTime integer
          flowOutcomeValue string FAILURE SUCCESS UNKNOWN
          flowType string BOT COMMONMODULE DIGITALBOT INBOUNDCALL INBOUNDCHAT INBOUNDEMAIL INBOUNDSHORTMESSAGE INQUEUECALL INQUEUEEMAIL INQUEUESHORTMESSAGE OUTBOUNDCALL SECURECALL SURVEYINVITE UNKNOWN VOICE VOICEMAIL VOICESURVEY WORKFLOW WORKITEM
          flowVersion string
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          sessionId uuid
          subject string
          utilizationLabel string
        v2.detail.events.conversation.{id}.flow.start
          addressFrom string
          addressTo string
          ani string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          flowId uuid
          flowType string BOT COMMONMODULE DIGITALBOT INBOUNDCALL INBOUNDCHAT INBOUNDEMAIL INBOUNDSHORTMESSAGE INQUEUECALL INQUEUEEMAIL INQUEUESHORTMESSAGE OUTBOUNDCALL SECURECALL SURVEYINVITE UNKNOWN VOICE VOICEMAIL VOICESURVEY WORKFLOW WORKITEM
          flowVersion string
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          sessionId uuid
          subject string
          utilizationLabel string
        v2.detail.events.conversation.{id}.outbound
          addressFrom string
          addressTo string
          ani string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          outboundCampaignId uuid
          outboundContactId string
          outboundContactListId string
          participantId uuid
          provider string
          sessionId uuid
          subject string
          utilizationLabel string
        v2.detail.events.conversation.{id}.user.end
          addressFrom string
          addressTo string
          alertingDurationMs integer
          ani string
          callbackDurationMs integer
          callbackNumbers[] string
          callbackScheduledTime integer
          callbackUserName string
          contactingDurationMs integer
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          dialingDurationMs integer
          direction string INBOUND OUTBOUND UNKNOWN
          disconnectType string CLIENT CONFERENCE_TRANSFER CONSULT_TRANSFER DND_ENDPOINT DND_TRANSFER ENDPOINT ERROR FORWARD_TRANSFER INACTIVITY NOT_AVAILABLE_TRANSFER NO_ANSWER_TRANSFER OTHER PEER SESSION_EXPIRED SPAM SYSTEM TAKEOVER TIMEOUT TRANSFER TRANSPORT_FAILURE UNCALLABLE UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          heldDurationMs integer
          interactingDurationMs integer
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          queueId uuid
          sessionId uuid
          subject string
          userId uuid
          utilizationLabel string
        v2.detail.events.conversation.{id}.user.start
          addressFrom string
          addressTo string
          ani string
          callbackNumbers[] string
          callbackScheduledTime integer
          callbackUserName string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          queueId uuid
          sessionId uuid
          subject string
          userId uuid
          utilizationLabel string
        v2.detail.events.conversation.{id}.voicemail.end
          ani string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          disconnectType string CLIENT CONFERENCE_TRANSFER CONSULT_TRANSFER DND_ENDPOINT DND_TRANSFER ENDPOINT ERROR FORWARD_TRANSFER INACTIVITY NOT_AVAILABLE_TRANSFER NO_ANSWER_TRANSFER OTHER PEER SESSION_EXPIRED SPAM SYSTEM TAKEOVER TIMEOUT TRANSFER TRANSPORT_FAILURE UNCALLABLE UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          participantId uuid
          provider string
          queueId uuid
          sessionId uuid
          userId uuid
          utilizationLabel string
          voicemailDurationMs integer
        v2.detail.events.conversation.{id}.voicemail.start
          ani string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          divisionId uuid
          dnis string
          eventTime integer
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          participantId uuid
          provider string
          queueId uuid
          sessionId uuid
          userId uuid
          utilizationLabel string
        v2.detail.events.conversation.{id}.wrapup
          addressFrom string
          addressTo string
          ani string
          callbackNumbers[] string
          callbackScheduledTime integer
          callbackUserName string
          conversationExternalContactIds[] string
          conversationExternalOrganizationIds[] string
          conversationId uuid
          direction string INBOUND OUTBOUND UNKNOWN
          dnis string
          eventTime integer
          mediaType string CALLBACK CHAT COBROWSE EMAIL INTERNALMESSAGE MESSAGE SCREENMONITORING SCREENSHARE UNKNOWN VIDEO VOICE
          messageType string APPLE FACEBOOK INSTAGRAM LINE LINKEDIN OPEN SMS TWITTER UNKNOWN WEBMESSAGING WHATSAPP
          participantId uuid
          provider string
          queueId uuid
          sessionId uuid
          subject string
          utilizationLabel string
          wrapupCode string
          wrapupDurationMs integer
          wrapupNotes string
        v2.operations.events.{id}
          conversationId uuid
          currentValue string
          entityId string
          entityModifiedBy string
          entityModifiedDate time
          entityName string
          entityToken string
          entityType string
          errorCode string
          eventEntity.description string
          eventEntity.id string
          eventEntity.name string
          externalContactId string
          parentEntity string
          phoneNumber string
          previousValue string
          timestamp integer
          version string
        v2.users.{id}.activity
          activeQueueIds[] uuid
          dateActiveQueuesChanged time
          id string
          outOfOffice.active boolean
          outOfOffice.modifiedDate time
          presence.modifiedDate time
          presence.presenceDefinition.id string
          presence.presenceDefinition.systemPresence string
          presence.presenceMessage string
          routingStatus.startTime time
          routingStatus.status string COMMUNICATING IDLE INTERACTING NOT_RESPONDING OFF_QUEUE
        v2.users.{id}.presence
          futurePresenceDefinition.id string
          futurePresenceDefinition.systemPresence string
          message string
          modifiedDate time
          presenceDefinition.id string
          presenceDefinition.systemPresence string
          primary boolean
          source string
        v2.users.{id}.routingStatus
          errorInfo.correlationId string
          errorInfo.errorCode string
          errorInfo.status integer
          errorInfo.userMessage string
          errorInfo.userParamsMessage string
          errorInfo.userParams[].additionalProperties any
          errorInfo.userParams[].key string
          errorInfo.userParams[].value string
          id string
          routingStatus.startTime time
          routingStatus.status string COMMUNICATING IDLE INTERACTING NOT_RESPONDING OFF_QUEUE
        """
}
