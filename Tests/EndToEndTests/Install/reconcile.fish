function __reconcile_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __reconcile_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __reconcile_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __reconcile_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __reconcile_parse_tokens -S
    set -l unparsed_tokens (__reconcile_tokens -pc)
    switch $unparsed_tokens[1]
    case 'reconcile'
        __reconcile_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'plan'
            __reconcile_parse_subcommand 0 'f/filename=+' 'stacks=+' 'base=' 'only=+' 'exclude=+' 'adopt' 'max-deletes=' 'allow-replace=+' 'allow-disable=+' 'allow-no-target=+' 'allow-delete=+' 'allow-partial' 'output=' 'color=' 'full' 'log-level=' 'aws-profile=' 'aws-transport=' 'quiet' 'out=' 'events=' 'detailed-exitcode' 'version' 'h/help'
        case 'apply'
            __reconcile_parse_subcommand 1 'f/filename=+' 'only=+' 'exclude=+' 'adopt' 'max-deletes=' 'allow-replace=+' 'allow-disable=+' 'allow-no-target=+' 'allow-delete=+' 'allow-partial' 'output=' 'color=' 'full' 'log-level=' 'aws-profile=' 'aws-transport=' 'quiet' 'lock=' 'auto-approve' 'version' 'h/help'
        case 'unlock'
            __reconcile_parse_subcommand 1 'lock=' 'color=' 'full' 'log-level=' 'aws-profile=' 'aws-transport=' 'quiet' 'version' 'h/help'
        case 'validate'
            __reconcile_parse_subcommand 0 'f/filename=+' 'color=' 'full' 'output=' 'version' 'h/help'
        case 'render'
            __reconcile_parse_subcommand 0 'f/filename=+' 'color=' 'full' 'version' 'h/help'
        case 'test'
            __reconcile_parse_subcommand 0 'f/filename=+' 'color=' 'full' 'log-level=' 'aws-profile=' 'aws-transport=' 'quiet' 'events=' 'live' 'output=' 'version' 'h/help'
        case 'trace'
            __reconcile_parse_subcommand 0 'f/filename=+' 'color=' 'full' 'log-level=' 'aws-profile=' 'aws-transport=' 'quiet' 'queue=' 'event=' 'live' 'output=' 'version' 'h/help'
        case 'matrix'
            __reconcile_parse_subcommand 0 'f/filename=+' 'color=' 'full' 'output=' 'version' 'h/help'
        case 'match'
            __reconcile_parse_subcommand 0 'pattern=' 'event=' 'cases=' 'color=' 'full' 'version' 'h/help'
        case 'events'
            __reconcile_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'scrub'
                __reconcile_parse_subcommand 1 'out=' 'color=' 'full' 'version' 'h/help'
            end
        case 'schema'
            __reconcile_parse_subcommand 0 'output=' 'version' 'h/help'
        case 'init'
            __reconcile_parse_subcommand 1 'color=' 'full' 'version' 'h/help'
        case 'permissions'
            __reconcile_parse_subcommand 0 'f/filename=+' 'lock=' 'color=' 'full' 'for=' 'version' 'h/help'
        case 'help'
            __reconcile_parse_subcommand -r 1 'version'
        end
    end
end

function __reconcile_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __reconcile_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __reconcile_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __reconcile_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__reconcile_tokens -p)
    if test -z "$(__reconcile_tokens -t)"
        set -l index (count (__reconcile_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'reconcile' -f
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'plan' -d 'Show what would change in both clouds; change nothing.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'apply' -d 'Converge both clouds with the manifests, or with a saved plan.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'unlock' -d 'Release a lock that a run left behind, known by its id.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'validate' -d 'Check manifests without network and credentials.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'render' -d 'Print what the layers of manifests come to, and where each value is from.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'test' -d 'Hold events against the declared rules: which take them, and which field refuses them; offline.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'trace' -d 'Follow an event from a queue to whoever gets it, and say which link is broken.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'matrix' -d 'Show who gets which events of which queue, with gaps and what is delivered twice; offline.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'match' -d 'Say whether an event pattern takes an event, as EventBridge would; offline.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'events' -d 'Prepare recorded events.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'schema' -d 'Print what manifests may hold: JSON Schema for editors, or a reference for people.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'init' -d 'Write a repository to begin with: manifests, an overlay, a workflow, the schema for editors.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'permissions' -d 'Print the least that plan or apply may be allowed: an IAM policy, and on stderr the permissions in Genesys Cloud.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan"' -s 'f' -l 'filename' -d 'A file or a folder of manifests, or - for standard input; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan"' -l 'stacks' -d 'Plan many sets at once, each folder with a Stack of its own; their plans come one after the other.' -rfa '(__reconcile_complete_directories)'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" base' -l 'base' -d 'Tell what this change of the manifests calls for from drift that was there before: hold them against those in another folder of the same layout, or in a revision of git.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan"' -l 'only' -d 'Plan only what has such an address, and what that depends on; delete nothing that is declared no more. `*` stands for any characters within a part: \'Rule/support-*\'. May be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan"' -l 'exclude' -d 'Leave out what has such an address, and what depends on its changes; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" adopt' -l 'adopt' -d 'Take over live objects that carry no stack\'s mark.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" max-deletes' -l 'max-deletes' -d 'Allow so many deletions, whatever the stack\'s budget.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan"' -l 'allow-replace' -d 'Let an integration become another event source, on another bus, or make a bus anew whose source is gone; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan"' -l 'allow-disable' -d 'Disable an integration although rules depend on its events; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan"' -l 'allow-no-target' -d 'Let a rule lose its last target; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan"' -l 'allow-delete' -d 'Delete an integration, with its event bus, or a queue where its manifest says `ensure: absent`; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" allow-partial' -l 'allow-partial' -d 'Where not all could be read, make all changes but the deletions.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" output' -l 'output' -d 'How to print it.' -rfka 'text json jsonl markdown html github gitlab junit sarif'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" log-level' -l 'log-level' -d 'Log calls to the clouds on stderr: trace, debug, info, warning or error.' -rfka 'trace debug info notice warning error critical'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" aws-profile' -l 'aws-profile' -d 'Use this profile of the AWS CLI, whatever the environment holds.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" aws-transport' -l 'aws-transport' -d 'How AWS is called: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.' -rfka 'rest cli'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" quiet' -l 'quiet' -d 'Print no progress.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" out' -l 'out' -d 'Save the plan for `reconcile apply FILE`.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" events' -l 'events' -d 'Recorded events, to see which of them change their consumers.' -rF
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" detailed-exitcode' -l 'detailed-exitcode' -d 'Exit with 2 where there is something to change.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile plan" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile apply" -eq 1' -F
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply"' -s 'f' -l 'filename' -d 'A file or a folder of manifests, or - for standard input; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply"' -l 'only' -d 'Plan only what has such an address, and what that depends on; delete nothing that is declared no more. `*` stands for any characters within a part: \'Rule/support-*\'. May be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply"' -l 'exclude' -d 'Leave out what has such an address, and what depends on its changes; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" adopt' -l 'adopt' -d 'Take over live objects that carry no stack\'s mark.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" max-deletes' -l 'max-deletes' -d 'Allow so many deletions, whatever the stack\'s budget.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply"' -l 'allow-replace' -d 'Let an integration become another event source, on another bus, or make a bus anew whose source is gone; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply"' -l 'allow-disable' -d 'Disable an integration although rules depend on its events; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply"' -l 'allow-no-target' -d 'Let a rule lose its last target; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply"' -l 'allow-delete' -d 'Delete an integration, with its event bus, or a queue where its manifest says `ensure: absent`; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" allow-partial' -l 'allow-partial' -d 'Where not all could be read, make all changes but the deletions.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" output' -l 'output' -d 'How to print it.' -rfka 'text json jsonl markdown html github gitlab junit sarif'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" log-level' -l 'log-level' -d 'Log calls to the clouds on stderr: trace, debug, info, warning or error.' -rfka 'trace debug info notice warning error critical'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" aws-profile' -l 'aws-profile' -d 'Use this profile of the AWS CLI, whatever the environment holds.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" aws-transport' -l 'aws-transport' -d 'How AWS is called: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.' -rfka 'rest cli'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" quiet' -l 'quiet' -d 'Print no progress.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" lock' -l 'lock' -d 'Hold a lock meanwhile, so that no two runs change a stack at once: an object in S3, written only where there is none.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" auto-approve' -l 'auto-approve' -d 'Apply without asking; needed off a terminal unless a saved plan is applied.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile apply" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile unlock" lock' -l 'lock' -d 'The lock, as `reconcile apply` has it.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile unlock" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile unlock" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile unlock" log-level' -l 'log-level' -d 'Log calls to the clouds on stderr: trace, debug, info, warning or error.' -rfka 'trace debug info notice warning error critical'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile unlock" aws-profile' -l 'aws-profile' -d 'Use this profile of the AWS CLI, whatever the environment holds.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile unlock" aws-transport' -l 'aws-transport' -d 'How AWS is called: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.' -rfka 'rest cli'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile unlock" quiet' -l 'quiet' -d 'Print no progress.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile unlock" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile unlock" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile validate"' -s 'f' -l 'filename' -d 'A file or a folder of manifests, or - for standard input; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile validate" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile validate" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile validate" output' -l 'output' -d 'How to print what is found: as text on stderr, or on stdout for other programs.' -rfka 'text json sarif github'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile validate" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile validate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile render"' -s 'f' -l 'filename' -d 'A file or a folder of manifests, or - for standard input; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile render" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile render" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile render" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile render" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test"' -s 'f' -l 'filename' -d 'A file or a folder of manifests, or - for standard input; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" log-level' -l 'log-level' -d 'Log calls to the clouds on stderr: trace, debug, info, warning or error.' -rfka 'trace debug info notice warning error critical'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" aws-profile' -l 'aws-profile' -d 'Use this profile of the AWS CLI, whatever the environment holds.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" aws-transport' -l 'aws-transport' -d 'How AWS is called: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.' -rfka 'rest cli'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" quiet' -l 'quiet' -d 'Print no progress.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" events' -l 'events' -d 'Recorded events: a file or a folder of .json, .jsonl or .ndjson.' -rF
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" live' -l 'live' -d 'Ask EventBridge as well (TestEventPattern), and fail where it says otherwise.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" output' -l 'output' -d 'How to print the results.' -rfka 'text json junit'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile test" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace"' -s 'f' -l 'filename' -d 'A file or a folder of manifests, or - for standard input; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" log-level' -l 'log-level' -d 'Log calls to the clouds on stderr: trace, debug, info, warning or error.' -rfka 'trace debug info notice warning error critical'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" aws-profile' -l 'aws-profile' -d 'Use this profile of the AWS CLI, whatever the environment holds.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" aws-transport' -l 'aws-transport' -d 'How AWS is called: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.' -rfka 'rest cli'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" quiet' -l 'quiet' -d 'Print no progress.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" queue' -l 'queue' -d 'The queue, by its name in the manifests or in Genesys Cloud.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" event' -l 'event' -d 'The topic, in full or short.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" live' -l 'live' -d 'Look at both clouds; else what the manifests declare is followed.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" output' -l 'output' -d 'How to print it.' -rfka 'text json'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile trace" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile matrix"' -s 'f' -l 'filename' -d 'A file or a folder of manifests, or - for standard input; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile matrix" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile matrix" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile matrix" output' -l 'output' -d 'How to print it.' -rfka 'text json'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile matrix" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile matrix" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile match" pattern' -l 'pattern' -d 'An event pattern as JSON, or - for standard input.' -rF
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile match" event' -l 'event' -d 'An event as JSON, or - for standard input.' -rF
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile match" cases' -l 'cases' -d 'Patterns and events, a pair a line, or - for standard input.' -rF
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile match" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile match" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile match" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile match" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile events" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile events" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile events" -eq 1' -fa 'scrub' -d 'Take numbers, names, addresses and what people wrote out of recorded events.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile events scrub" -eq 1' -F
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile events scrub" out' -l 'out' -d 'The folder to write to.' -rfa '(__reconcile_complete_directories)'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile events scrub" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile events scrub" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile events scrub" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile events scrub" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile schema" output' -l 'output' -d 'How to print it.' -rfka 'json markdown'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile schema" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile schema" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_positional "reconcile init" -eq 1' -fa '(__reconcile_complete_directories)'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile init" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile init" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile init" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile permissions"' -s 'f' -l 'filename' -d 'A file or a folder of manifests, or - for standard input; may be repeated.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile permissions" lock' -l 'lock' -d 'Hold a lock meanwhile, so that no two runs change a stack at once: an object in S3, written only where there is none.' -rfka ''
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile permissions" color' -l 'color' -d 'Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.' -rfka 'auto always never'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile permissions" full' -l 'full' -d 'Show unchanged resources and all attributes as well.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile permissions" for' -l 'for' -d 'What is to be allowed: plan, which changes nothing, or apply.' -rfka 'plan apply'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile permissions" version' -l 'version' -d 'Show the version.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile permissions" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'reconcile' -n '__reconcile_should_offer_completions_for_flags_or_options "reconcile help" version' -l 'version' -d 'Show the version.'
