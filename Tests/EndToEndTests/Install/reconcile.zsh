#compdef reconcile

__reconcile_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__reconcile_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __reconcile_complete "${completions[@]:0:-1}"
    fi
}

__reconcile_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_reconcile() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'plan:Show what would change in both clouds; change nothing.'
            'apply:Converge both clouds with the manifests, or with a saved plan.'
            'unlock:Release a lock that a run left behind, known by its id.'
            'validate:Check manifests without network and credentials.'
            'render:Print what the layers of manifests come to, and where each value is from.'
            'test:Hold events against the declared rules: which take them, and which field refuses them; offline.'
            'trace:Follow an event from a queue to whoever gets it, and say which link is broken.'
            'matrix:Show who gets which events of which queue, with gaps and what is delivered twice; offline.'
            'match:Say whether an event pattern takes an event, as EventBridge would; offline.'
            'events:Prepare recorded events.'
            'schema:Print what manifests may hold: JSON Schema for editors, or a reference for people.'
            'init:Write a repository to begin with: manifests, an overlay, a workflow, the schema for editors.'
            'permissions:Print the least that plan or apply may be allowed: an IAM policy, and on stderr the permissions in Genesys Cloud.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        plan|apply|unlock|validate|render|test|trace|matrix|match|events|schema|init|permissions|help)
            "_reconcile_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_reconcile_plan() {
    local -i ret=1
    local -ar ___output=('text' 'json' 'jsonl' 'markdown' 'html' 'github' 'gitlab' 'junit' 'sarif')
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___log_level=('trace' 'debug' 'info' 'notice' 'warning' 'error' 'critical')
    local -ar ___aws_transport=('rest' 'cli')
    local -ar arg_specs=(
        '*'{-f,--filename}'[A file or a folder of manifests, or - for standard input; may be repeated.]:path:'
        '--stacks[Plan many sets at once, each folder with a Stack of its own; their plans come one after the other.]:folder:_files -/'
        '--base[Tell what this change of the manifests calls for from drift that was there before\: hold them against those in another folder of the same layout, or in a revision of git.]:folder|revision:'
        '*--only[Plan only what has such an address, and what that depends on; delete nothing that is declared no more. `*` stands for any characters within a part\: '\''Rule/support-*'\''. May be repeated.]:pattern:'
        '*--exclude[Leave out what has such an address, and what depends on its changes; may be repeated.]:pattern:'
        '--adopt[Take over live objects that carry no stack'\''s mark.]'
        '--max-deletes[Allow so many deletions, whatever the stack'\''s budget.]:number:'
        '*--allow-replace[Let an integration become another event source, on another bus, or make a bus anew whose source is gone; may be repeated.]:address:'
        '*--allow-disable[Disable an integration although rules depend on its events; may be repeated.]:address:'
        '*--allow-no-target[Let a rule lose its last target; may be repeated.]:address:'
        '*--allow-delete[Delete an integration, with its event bus, or a queue where its manifest says `ensure\: absent`; may be repeated.]:address:'
        '--allow-partial[Where not all could be read, make all changes but the deletions.]'
        '--output[How to print it.]:output:{__reconcile_complete "${___output[@]}"}'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--log-level[Log calls to the clouds on stderr\: trace, debug, info, warning or error.]:level:{__reconcile_complete "${___log_level[@]}"}'
        '--aws-profile[Use this profile of the AWS CLI, whatever the environment holds.]:name:'
        '--aws-transport[How AWS is called\: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.]:transport:{__reconcile_complete "${___aws_transport[@]}"}'
        '--quiet[Print no progress.]'
        '--out[Save the plan for `reconcile apply FILE`.]:file:'
        '--events[Recorded events, to see which of them change their consumers.]:path:_files'
        '--detailed-exitcode[Exit with 2 where there is something to change.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_apply() {
    local -i ret=1
    local -ar ___output=('text' 'json' 'jsonl' 'markdown' 'html' 'github' 'gitlab' 'junit' 'sarif')
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___log_level=('trace' 'debug' 'info' 'notice' 'warning' 'error' 'critical')
    local -ar ___aws_transport=('rest' 'cli')
    local -ar arg_specs=(
        ':plan:_files'
        '*'{-f,--filename}'[A file or a folder of manifests, or - for standard input; may be repeated.]:path:'
        '*--only[Plan only what has such an address, and what that depends on; delete nothing that is declared no more. `*` stands for any characters within a part\: '\''Rule/support-*'\''. May be repeated.]:pattern:'
        '*--exclude[Leave out what has such an address, and what depends on its changes; may be repeated.]:pattern:'
        '--adopt[Take over live objects that carry no stack'\''s mark.]'
        '--max-deletes[Allow so many deletions, whatever the stack'\''s budget.]:number:'
        '*--allow-replace[Let an integration become another event source, on another bus, or make a bus anew whose source is gone; may be repeated.]:address:'
        '*--allow-disable[Disable an integration although rules depend on its events; may be repeated.]:address:'
        '*--allow-no-target[Let a rule lose its last target; may be repeated.]:address:'
        '*--allow-delete[Delete an integration, with its event bus, or a queue where its manifest says `ensure\: absent`; may be repeated.]:address:'
        '--allow-partial[Where not all could be read, make all changes but the deletions.]'
        '--output[How to print it.]:output:{__reconcile_complete "${___output[@]}"}'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--log-level[Log calls to the clouds on stderr\: trace, debug, info, warning or error.]:level:{__reconcile_complete "${___log_level[@]}"}'
        '--aws-profile[Use this profile of the AWS CLI, whatever the environment holds.]:name:'
        '--aws-transport[How AWS is called\: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.]:transport:{__reconcile_complete "${___aws_transport[@]}"}'
        '--quiet[Print no progress.]'
        '--lock[Hold a lock meanwhile, so that no two runs change a stack at once\: an object in S3, written only where there is none.]:s3\://bucket/key:'
        '--auto-approve[Apply without asking; needed off a terminal unless a saved plan is applied.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_unlock() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___log_level=('trace' 'debug' 'info' 'notice' 'warning' 'error' 'critical')
    local -ar ___aws_transport=('rest' 'cli')
    local -ar arg_specs=(
        ':id:'
        '--lock[The lock, as `reconcile apply` has it.]:s3\://bucket/key:'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--log-level[Log calls to the clouds on stderr\: trace, debug, info, warning or error.]:level:{__reconcile_complete "${___log_level[@]}"}'
        '--aws-profile[Use this profile of the AWS CLI, whatever the environment holds.]:name:'
        '--aws-transport[How AWS is called\: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.]:transport:{__reconcile_complete "${___aws_transport[@]}"}'
        '--quiet[Print no progress.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_validate() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___output=('text' 'json' 'sarif' 'github')
    local -ar arg_specs=(
        '*'{-f,--filename}'[A file or a folder of manifests, or - for standard input; may be repeated.]:path:'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--output[How to print what is found\: as text on stderr, or on stdout for other programs.]:output:{__reconcile_complete "${___output[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_render() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '*'{-f,--filename}'[A file or a folder of manifests, or - for standard input; may be repeated.]:path:'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_test() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___log_level=('trace' 'debug' 'info' 'notice' 'warning' 'error' 'critical')
    local -ar ___aws_transport=('rest' 'cli')
    local -ar ___output=('text' 'json' 'junit')
    local -ar arg_specs=(
        '*'{-f,--filename}'[A file or a folder of manifests, or - for standard input; may be repeated.]:path:'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--log-level[Log calls to the clouds on stderr\: trace, debug, info, warning or error.]:level:{__reconcile_complete "${___log_level[@]}"}'
        '--aws-profile[Use this profile of the AWS CLI, whatever the environment holds.]:name:'
        '--aws-transport[How AWS is called\: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.]:transport:{__reconcile_complete "${___aws_transport[@]}"}'
        '--quiet[Print no progress.]'
        '--events[Recorded events\: a file or a folder of .json, .jsonl or .ndjson.]:path:_files'
        '--live[Ask EventBridge as well (TestEventPattern), and fail where it says otherwise.]'
        '--output[How to print the results.]:output:{__reconcile_complete "${___output[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_trace() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___log_level=('trace' 'debug' 'info' 'notice' 'warning' 'error' 'critical')
    local -ar ___aws_transport=('rest' 'cli')
    local -ar ___output=('text' 'json')
    local -ar arg_specs=(
        '*'{-f,--filename}'[A file or a folder of manifests, or - for standard input; may be repeated.]:path:'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--log-level[Log calls to the clouds on stderr\: trace, debug, info, warning or error.]:level:{__reconcile_complete "${___log_level[@]}"}'
        '--aws-profile[Use this profile of the AWS CLI, whatever the environment holds.]:name:'
        '--aws-transport[How AWS is called\: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.]:transport:{__reconcile_complete "${___aws_transport[@]}"}'
        '--quiet[Print no progress.]'
        '--queue[The queue, by its name in the manifests or in Genesys Cloud.]:name:'
        '--event[The topic, in full or short.]:topic:'
        '--live[Look at both clouds; else what the manifests declare is followed.]'
        '--output[How to print it.]:output:{__reconcile_complete "${___output[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_matrix() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___output=('text' 'json')
    local -ar arg_specs=(
        '*'{-f,--filename}'[A file or a folder of manifests, or - for standard input; may be repeated.]:path:'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--output[How to print it.]:output:{__reconcile_complete "${___output[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_match() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        '--pattern[An event pattern as JSON, or - for standard input.]:file:_files'
        '--event[An event as JSON, or - for standard input.]:file:_files'
        '--cases[Patterns and events, a pair a line, or - for standard input.]:file:_files'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_events() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'scrub:Take numbers, names, addresses and what people wrote out of recorded events.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        scrub)
            "_reconcile_events_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_reconcile_events_scrub() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        ':path:_files'
        '--out[The folder to write to.]:folder:_files -/'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_schema() {
    local -i ret=1
    local -ar ___output=('json' 'markdown')
    local -ar arg_specs=(
        '--output[How to print it.]:output:{__reconcile_complete "${___output[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_init() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar arg_specs=(
        ':folder:_files -/'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_permissions() {
    local -i ret=1
    local -ar ___color=('auto' 'always' 'never')
    local -ar ___for=('plan' 'apply')
    local -ar arg_specs=(
        '*'{-f,--filename}'[A file or a folder of manifests, or - for standard input; may be repeated.]:path:'
        '--lock[Hold a lock meanwhile, so that no two runs change a stack at once\: an object in S3, written only where there is none.]:s3\://bucket/key:'
        '--color[Color\: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.]:when:{__reconcile_complete "${___color[@]}"}'
        '--full[Show unchanged resources and all attributes as well.]'
        '--for[What is to be allowed\: plan, which changes nothing, or apply.]:for:{__reconcile_complete "${___for[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_reconcile_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _reconcile ]]; then
    _reconcile "${@}"
else
    compdef _reconcile reconcile
fi
