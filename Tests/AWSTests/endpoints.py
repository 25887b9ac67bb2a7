"""Prints botocore's endpoint of each service, region and variant: SERVICE REGION FIPS DUALSTACK URL."""
import sys

from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointResolutionError
from botocore.session import get_session

loader = get_session().get_component("data_loader")
partitions = loader.load_data("partitions")
supported = ("aws", "aws-cn", "aws-us-gov", "aws-eusc")
regions = [
    region
    for partition in partitions["partitions"]
    if partition["id"] in supported
    for region in partition["regions"]
    # A partition's own pseudo-region, in which no stack can be.
    if not region.endswith("-global")
]
for name in sys.argv[1:]:
    rules = EndpointProvider(loader.load_service_model(name, "endpoint-rule-set-1"), partitions)
    for region in regions:
        for fips in (False, True):
            for dual_stack in (False, True):
                try:
                    found = rules.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual_stack)
                except EndpointResolutionError:
                    # S3 has no FIPS endpoints in China.
                    continue
                print(name, region, str(fips).lower(), str(dual_stack).lower(), found.url)
