namespace Mlops.Registry.Tests.Operations;

/// <summary>What a random life does.</summary>
internal enum CommandKind
{
    Register,
    Review,
    Approve,
    Reject,
    Revoke,
    Move,
    RollBack,
    MoveAlias,
    RemoveAlias,
    Wait,
}
