using Mlops.Conformance.Protocol;
using Mlops.Registry.Transparency;

namespace Mlops.Conformance.Operations.Registry;

/// <summary>Whether a proof shows that a tree began as a smaller one.</summary>
internal sealed class VerifyConsistencyOperation : IOperation
{
    public string Name => "registry.verify_consistency";

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add(
            "valid",
            MerkleTree.VerifyConsistency(
                MerkleArguments.Number(arguments, "first"),
                MerkleArguments.Number(arguments, "second"),
                MerkleArguments.Bytes(arguments, "first_root"),
                MerkleArguments.Bytes(arguments, "second_root"),
                MerkleArguments.Proof(arguments)
            )
        );
}
